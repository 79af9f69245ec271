package cn.diming.tiles.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A length in pixels that grows with the zoom: straight between the zooms given, constant beyond them. */
public final class Scale {
    private final NavigableMap<Double, Double> stops;

    private Scale(Map<Double, Double> stops) {
        this.stops = new TreeMap<>(stops);
    }

    /** The same at every zoom. */
    public static Scale always(double value) {
        return new Scale(Map.of(0.0, value));
    }

    /** Reads a number or a map zoom → number. */
    static Scale parse(Object row) {
        if (row instanceof Number number) {
            return always(number.doubleValue());
        }
        Map<Double, Double> stops = new TreeMap<>();
        ((Map<?, ?>) row)
                .forEach((zoom, value) -> stops.put(((Number) zoom).doubleValue(), ((Number) value).doubleValue()));
        return new Scale(stops);
    }

    /** Pixels at a zoom, which counts as MapLibre's does: at zoom 0 the world is 512 pixels wide. */
    public double at(double zoom) {
        Map.Entry<Double, Double> below = stops.floorEntry(zoom);
        Map.Entry<Double, Double> above = stops.ceilingEntry(zoom);
        if (below == null || above == null || below.getKey().equals(above.getKey())) {
            return (below == null ? stops.firstEntry() : below).getValue();
        }
        double part = (zoom - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() + part * (above.getValue() - below.getValue());
    }

    Scale times(double factor) {
        Map<Double, Double> scaled = new TreeMap<>();
        stops.forEach((zoom, value) -> scaled.put(zoom, value * factor));
        return new Scale(scaled);
    }

    /** As an expression of the MapLibre style language. */
    Object expression() {
        if (stops.size() == 1) {
            return plain(stops.firstEntry().getValue());
        }
        List<Object> expression = new ArrayList<>(List.of("interpolate", List.of("linear"), List.of("zoom")));
        stops.forEach((zoom, value) -> expression.addAll(List.of(plain(zoom), plain(value))));
        return expression;
    }

    private static Object plain(double number) {
        return number == Math.rint(number) ? (Object) (long) number : (Object) number;
    }
}
