package cn.diming.core.board;

/**
 * How a map platform took what was submitted to it.
 *
 * @param taken accepted of submitted
 */
public record Platform(String name, Share taken) {}
