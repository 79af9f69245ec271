package cn.diming.core.board;

/**
 * How often something happened.
 *
 * @param division digits of the area, as many as were asked for (fewer when the record has fewer)
 * @param month 1 to 12
 */
record Count(String division, int month, long amount) {}
