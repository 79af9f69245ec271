package cn.diming.api.nominatim;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.core.search.SearchHit;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.kml.KMLWriter;

/** The five output formats. */
final class NominatimForms {

    private static final OutputCrs DEGREES = OutputCrs.parse("EPSG:4490", 7);
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
    private static final String VERSION = "0.1.0";

    private final NominatimPlaces places;
    private final NominatimParameters parameters;
    private final boolean addressUsual;

    NominatimForms(NominatimPlaces places, NominatimParameters parameters, boolean addressUsual) {
        this.places = places;
        this.parameters = parameters;
        this.addressUsual = addressUsual;
    }

    /** One record in json or jsonv2. */
    Map<String, Object> json(SearchHit hit, String format) {
        Map<String, Object> place = places.place(hit, format.equals("json") ? "class" : "category");
        addDetails(hit, place);
        place.put("boundingbox", NominatimPlaces.boundingBox(hit));
        Optional<Geometry> geometry = wantedGeometry(hit);
        if (geometry.isPresent()) {
            addGeometry(place, geometry.get());
        }
        return place;
    }

    Map<String, Object> geoJson(List<SearchHit> hits, String format, Optional<String> query) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        if (format.equals("geocodejson")) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("version", VERSION);
            about.put("attribution", places.licence());
            about.put("licence", places.licence());
            query.ifPresent(text -> about.put("query", text));
            collection.put("geocoding", about);
        } else {
            collection.put("licence", places.licence());
        }
        collection.put(
                "features",
                hits.stream()
                        .map(hit -> format.equals("geocodejson") ? geocodeFeature(hit) : feature(hit))
                        .toList());
        return collection;
    }

    private Map<String, Object> feature(SearchHit hit) {
        Map<String, Object> properties = places.place(hit, "category");
        List.of("licence", "lat", "lon").forEach(properties::remove);
        addDetails(hit, properties);
        List<String> box = NominatimPlaces.boundingBox(hit);
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put(
                "bbox",
                List.of(
                        Double.valueOf(box.get(2)),
                        Double.valueOf(box.get(0)),
                        Double.valueOf(box.get(3)),
                        Double.valueOf(box.get(1))));
        feature.put("geometry", geometryOrPoint(hit));
        return feature;
    }

    private Map<String, Object> geocodeFeature(SearchHit hit) {
        Map<String, Object> code = new LinkedHashMap<>();
        code.put("place_id", hit.id());
        code.put("osm_type", "node");
        code.put("osm_id", hit.id());
        code.put("osm_key", NominatimPlaces.category(hit));
        code.put("osm_value", NominatimPlaces.type(hit));
        code.put("type", NominatimPlaces.geocodeType(hit.match().level()));
        code.put("accuracy", 0);
        code.put("label", places.labelOf(hit));
        code.put("name", hit.name());
        Map<String, String> address = places.address(hit);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("house_number", "housenumber");
        keys.put("road", "street");
        keys.put("village", "locality");
        keys.put("neighbourhood", "locality");
        keys.put("town", "district");
        keys.put("city", "city");
        keys.put("city_district", "county");
        keys.put("county", "county");
        keys.put("state", "state");
        keys.put("country", "country");
        keys.put("country_code", "country_code");
        keys.forEach((from, to) -> {
            if (address.containsKey(from)) {
                code.put(to, address.get(from));
            }
        });
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", Map.of("geocoding", code));
        feature.put("geometry", geometryOrPoint(hit));
        return feature;
    }

    private Map<String, Object> geometryOrPoint(SearchHit hit) {
        Geometry geometry = parameters.is("polygon_geojson", false)
                ? places.geometry(hit, threshold())
                : hit.position().toPoint();
        return GeoJson.write(geometry, DEGREES);
    }

    private void addDetails(SearchHit hit, Map<String, Object> place) {
        if (parameters.is("addressdetails", addressUsual)) {
            place.put("address", places.address(hit));
        }
        if (parameters.is("extratags", false)) {
            place.put("extratags", places.extraTags(hit));
        }
        if (parameters.is("namedetails", false)) {
            place.put("namedetails", NominatimPlaces.names(hit));
        }
    }

    private Optional<Geometry> wantedGeometry(SearchHit hit) {
        List<String> wanted = List.of("polygon_geojson", "polygon_kml", "polygon_svg", "polygon_text").stream()
                .filter(name -> parameters.is(name, false))
                .toList();
        if (wanted.size() > 1) {
            throw new NominatimRefused(400, "Too many polygon output options selected.");
        }
        return wanted.isEmpty() ? Optional.empty() : Optional.of(places.geometry(hit, threshold()));
    }

    private double threshold() {
        return parameters
                .text("polygon_threshold")
                .map(text -> NominatimParameters.number("polygon_threshold", text))
                .orElse(0.0);
    }

    private void addGeometry(Map<String, Object> place, Geometry geometry) {
        if (parameters.is("polygon_geojson", false)) {
            place.put("geojson", GeoJson.write(geometry, DEGREES));
        } else if (parameters.is("polygon_kml", false)) {
            place.put("geokml", KMLWriter.writeGeometry(geometry, 0).replaceAll("\\s*\n\\s*", ""));
        } else if (parameters.is("polygon_svg", false)) {
            place.put("svg", svg(geometry));
        } else {
            place.put("geotext", geometry.toText());
        }
    }

    /** As PostGIS writes it: absolute moves, y downwards. */
    private static String svg(Geometry geometry) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Coordinate[] points = geometry.getGeometryN(i).getCoordinates();
            if (points.length == 1) {
                path.append("cx=\"")
                        .append(points[0].x)
                        .append("\" cy=\"")
                        .append(-points[0].y)
                        .append('"');
            }
            for (int p = 0; points.length > 1 && p < points.length; p++) {
                path.append(p == 0 ? "M " : p == 1 ? " L " : " ")
                        .append(points[p].x)
                        .append(' ')
                        .append(-points[p].y);
            }
        }
        return path.toString();
    }

    /** The XML of a search or a look-up. */
    String searchXml(List<SearchHit> hits, String query) {
        return xml("searchresults", xml -> {
            xml.writeAttribute("attribution", places.licence());
            xml.writeAttribute("querystring", query);
            for (SearchHit hit : hits) {
                xml.writeStartElement("place");
                attributes(xml, hit);
                details(xml, hit);
                xml.writeEndElement();
            }
        });
    }

    /** The XML of a reverse answer; without a hit the error Nominatim gives. */
    String reverseXml(Optional<SearchHit> hit) {
        return xml("reversegeocode", xml -> {
            xml.writeAttribute("attribution", places.licence());
            if (hit.isEmpty()) {
                element(xml, "error", "Unable to geocode");
                return;
            }
            xml.writeStartElement("result");
            attributes(xml, hit.get());
            xml.writeCharacters(places.labelOf(hit.get()));
            xml.writeEndElement();
            if (parameters.is("addressdetails", addressUsual)) {
                xml.writeStartElement("addressparts");
                details(xml, hit.get());
                xml.writeEndElement();
            }
        });
    }

    static String errorXml(int status, String message) {
        return xml("error", xml -> {
            element(xml, "code", Integer.toString(status));
            element(xml, "message", message);
        });
    }

    private void attributes(XMLStreamWriter xml, SearchHit hit) throws XMLStreamException {
        Map<String, Object> place = places.place(hit, "class");
        place.remove("licence");
        place.put("boundingbox", String.join(",", NominatimPlaces.boundingBox(hit)));
        wantedGeometry(hit).ifPresent(geometry -> addGeometry(place, geometry));
        for (Map.Entry<String, Object> entry : place.entrySet()) {
            xml.writeAttribute(entry.getKey(), entry.getValue().toString());
        }
    }

    private void details(XMLStreamWriter xml, SearchHit hit) throws XMLStreamException {
        if (parameters.is("addressdetails", addressUsual)) {
            for (Map.Entry<String, String> part : places.address(hit).entrySet()) {
                element(xml, part.getKey(), part.getValue());
            }
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String xml(String root, Writing content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            content.to(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("cannot write XML", broken);
        }
        return text.toString().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    @FunctionalInterface
    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }
}
