package cn.diming.core.village;

import cn.diming.core.record.StoredRecord;

/**
 * A facility of civil affairs outside of a village, the nearest of its class.
 *
 * @param metres from the village's middle, as the crow flies
 */
public record NearFacility(StoredRecord facility, double metres) {}
