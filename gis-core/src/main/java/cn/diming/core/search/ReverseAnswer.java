package cn.diming.core.search;

import cn.diming.core.region.Division;
import java.util.List;
import java.util.Optional;

/**
 * What is at a point.
 *
 * @param divisions the point lies in, from the highest level down; where no polygon holds it, those of the nearest record;
 *     empty where there is none either
 * @param contained whether a polygon holds the point; else the divisions are only the nearest known
 * @param address the names of {@code divisions} one after the other
 * @param nearby nearest first
 * @param text a sentence fit to be read out: 广东省广州市南沙区东涌镇大稳村 朝阳东路12号东南 35 米
 */
public record ReverseAnswer(
        List<Division> divisions, boolean contained, String address, List<Nearby> nearby, String text) {

    public ReverseAnswer {
        divisions = List.copyOf(divisions);
        nearby = List.copyOf(nearby);
    }

    /** The smallest division that holds the point. */
    public Optional<Division> division() {
        return divisions.isEmpty() ? Optional.empty() : Optional.of(divisions.getLast());
    }

    /**
     * A record close to the point.
     *
     * @param distanceMetres from the point to its real geometry; 0 inside of it
     * @param direction where the point lies as seen from it: 东南; empty for a distance of 0
     */
    public record Nearby(SearchHit hit, double distanceMetres, String direction) {}
}
