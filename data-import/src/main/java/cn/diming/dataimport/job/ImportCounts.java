package cn.diming.dataimport.job;

import cn.diming.core.record.IntakeResult;

/**
 * How far an import is.
 *
 * @param read rows of the layer
 * @param rejected of them
 * @param stored what became of the batches so far
 */
record ImportCounts(long read, long rejected, IntakeResult stored) {}
