/** Collection (采集): what people outside report by phone in campaigns, and what officers make of it. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.collect;
