package cn.diming.api.wmts;

import cn.diming.tiles.layer.LayerSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** The capabilities of OGC WMTS 1.0.0 (07-057r7) in XML: each public layer set is a layer, in one matrix set. */
final class Capabilities {

    /** The matrix set of annex E.4: 256 pixels a tile, web mercator. */
    static final String MATRIX_SET = "GoogleMapsCompatible";

    static final String STYLE = "default";
    static final String PNG = "image/png";
    static final String MVT = "application/vnd.mapbox-vector-tile";

    /** Scale of zoom 0 for pixels of 0.28 mm. */
    private static final double SCALE_0 = 559_082_264.0287178;

    private static final String EDGE = "20037508.3427892";
    private static final int DEEPEST = 20;

    private final List<LayerSet> sets;
    private final Envelope bounds;
    private final String title;
    private final String base;

    /** @param base address of the service without a slash at the end */
    Capabilities(List<LayerSet> sets, Envelope bounds, String title, String base) {
        this.sets = sets;
        this.bounds = bounds;
        this.title = title;
        this.base = base;
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" \
                xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:schemaLocation="http://www.opengis.net/wmts/1.0 \
                http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd" version="1.0.0">
                <ows:ServiceIdentification><ows:Title>%s</ows:Title><ows:ServiceType>OGC WMTS</ows:ServiceType>\
                <ows:ServiceTypeVersion>1.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>
                <ows:OperationsMetadata>%s%s</ows:OperationsMetadata>
                <Contents>
                %s
                <TileMatrixSet><ows:Identifier>%s</ows:Identifier>\
                <ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>\
                <WellKnownScaleSet>urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible</WellKnownScaleSet>
                %s
                </TileMatrixSet>
                </Contents>
                <ServiceMetadataURL xlink:href="%s/wmts/1.0.0/WMTSCapabilities.xml"/>
                </Capabilities>
                """.formatted(
                Xml.text(title),
                operation("GetCapabilities"),
                operation("GetTile"),
                sets.stream().map(this::layer).collect(Collectors.joining("\n")),
                MATRIX_SET,
                IntStream.rangeClosed(0, DEEPEST).mapToObj(Capabilities::matrix).collect(Collectors.joining("\n")),
                Xml.text(base));
    }

    private String operation(String name) {
        return """
                <ows:Operation name="%s"><ows:DCP><ows:HTTP><ows:Get xlink:href="%s/wmts?">\
                <ows:Constraint name="GetEncoding"><ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues>\
                </ows:Constraint></ows:Get></ows:HTTP></ows:DCP></ows:Operation>""".formatted(name, Xml.text(base));
    }

    private String layer(LayerSet set) {
        String resources = "%s/wmts/1.0.0/%s/%s/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}"
                .formatted(Xml.text(base), set.name(), STYLE);
        return """
                <Layer><ows:Title>%s</ows:Title><ows:WGS84BoundingBox><ows:LowerCorner>%s %s</ows:LowerCorner>\
                <ows:UpperCorner>%s %s</ows:UpperCorner></ows:WGS84BoundingBox><ows:Identifier>%s</ows:Identifier>\
                <Style isDefault="true"><ows:Identifier>%s</ows:Identifier></Style>\
                <Format>%s</Format><Format>%s</Format>\
                <TileMatrixSetLink><TileMatrixSet>%s</TileMatrixSet></TileMatrixSetLink>\
                <ResourceURL format="%s" resourceType="tile" template="%s.png"/>\
                <ResourceURL format="%s" resourceType="tile" template="%s.mvt"/></Layer>""".formatted(
                        Xml.text(set.title()),
                        bounds.getMinX(),
                        bounds.getMinY(),
                        bounds.getMaxX(),
                        bounds.getMaxY(),
                        set.name(),
                        STYLE,
                        PNG,
                        MVT,
                        MATRIX_SET,
                        PNG,
                        resources,
                        MVT,
                        resources);
    }

    private static String matrix(int zoom) {
        long side = 1L << zoom;
        return String.format(
                Locale.ROOT,
                "<TileMatrix><ows:Identifier>%d</ows:Identifier><ScaleDenominator>%.10f</ScaleDenominator>"
                        + "<TopLeftCorner>-%s %s</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>"
                        + "<MatrixWidth>%d</MatrixWidth><MatrixHeight>%d</MatrixHeight></TileMatrix>",
                zoom,
                SCALE_0 / side,
                EDGE,
                EDGE,
                side,
                side);
    }
}
