package cn.diming.core.geo;

import java.util.Optional;

/**
 * Something wrong with a geometry.
 *
 * @param words in Chinese, for people
 * @param place where, when that can be said
 */
public record GeometryProblem(String words, Optional<LonLat> place) {}
