package cn.diming.core.search;

/**
 * One part of a query and what became of it.
 *
 * @param part which part: 区划, 名称, 街路巷, 门牌
 * @param typed as it was understood
 * @param matched what stands for it in the answer; empty when nothing does
 * @param verdict in Chinese: 相同, 同音或形近, 不符 …
 * @param score 0 to 1
 */
public record MatchComponent(String part, String typed, String matched, String verdict, double score) {}
