package cn.diming.core.shop;

import cn.diming.core.collect.PositionSource;
import cn.diming.core.geo.LonLat;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a merchant says of a shop, as it is kept. */
final class ShopJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(ShopContent shop) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", shop.name());
        node.put("category", shop.category().name());
        shop.description().ifPresent(text -> node.put("description", text));
        shop.phone().ifPresent(text -> node.put("phone", text));
        node.put("phonePublic", shop.phonePublic());
        node.set("hours", hours(shop.hours()));
        node.set("products", products(shop.products()));
        shop.position().ifPresent(position -> node.set("position", position(position)));
        shop.address().ifPresent(text -> node.put("address", text));
        shop.doorPlateId().ifPresent(id -> node.put("doorPlateId", id));
        shop.creditCode().ifPresent(text -> node.put("creditCode", text));
        return node.toString();
    }

    /** As the register's column has them: names, seasons, prices. */
    static ArrayNode products(List<Product> products) {
        ArrayNode list = JSON.createArrayNode();
        for (Product product : products) {
            ObjectNode node = list.addObject().put("name", product.name());
            ArrayNode months = node.putArray("months");
            product.season().stream().sorted().forEach(month -> months.add(month.getValue()));
            product.price().ifPresent(yuan -> node.put("price", yuan.toPlainString()));
            product.unit().ifPresent(text -> node.put("unit", text));
            product.note().ifPresent(text -> node.put("note", text));
        }
        return list;
    }

    private static ObjectNode hours(OpeningHours hours) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode rules = node.putArray("rules");
        for (OpeningHours.Rule rule : hours.rules()) {
            ObjectNode one = rules.addObject();
            ArrayNode days = one.putArray("days");
            rule.days().stream().sorted().forEach(day -> days.add(day.getValue()));
            ArrayNode spans = one.putArray("spans");
            rule.spans()
                    .forEach(span -> spans.addArray()
                            .add(span.from().toString())
                            .add(span.to().toString()));
        }
        hours.note().ifPresent(text -> node.put("note", text));
        return node;
    }

    private static ObjectNode position(ShopPosition position) {
        ObjectNode node = JSON.createObjectNode()
                .put("lon", position.at().lon())
                .put("lat", position.at().lat())
                .put("source", position.source().name())
                .put("crs", position.crs());
        position.accuracyMetres().ifPresent(metres -> node.put("accuracyMetres", metres));
        return node;
    }

    static ShopContent read(String json) {
        JsonNode node = JSON.readTree(json);
        return new ShopContent(
                node.get("name").asString(),
                ShopCategory.valueOf(node.get("category").asString()),
                text(node, "description"),
                text(node, "phone"),
                node.path("phonePublic").asBoolean(),
                readHours(node.path("hours")),
                readProducts(node.path("products")),
                Optional.of(node.path("position")).filter(JsonNode::isObject).map(ShopJson::readPosition),
                text(node, "address"),
                node.has("doorPlateId")
                        ? OptionalLong.of(node.get("doorPlateId").asLong())
                        : OptionalLong.empty(),
                text(node, "creditCode"));
    }

    private static OpeningHours readHours(JsonNode node) {
        List<OpeningHours.Rule> rules = new ArrayList<>();
        for (JsonNode rule : node.path("rules")) {
            List<OpeningHours.Span> spans = new ArrayList<>();
            for (JsonNode span : rule.get("spans")) {
                spans.add(new OpeningHours.Span(
                        LocalTime.parse(span.get(0).asString()),
                        LocalTime.parse(span.get(1).asString())));
            }
            rules.add(new OpeningHours.Rule(
                    numbers(rule.get("days")).stream().map(DayOfWeek::of).collect(Collectors.toSet()), spans));
        }
        return new OpeningHours(rules, text(node, "note"));
    }

    private static List<Product> readProducts(JsonNode node) {
        List<Product> products = new ArrayList<>();
        for (JsonNode product : node) {
            Set<Month> season =
                    numbers(product.path("months")).stream().map(Month::of).collect(Collectors.toSet());
            products.add(new Product(
                    product.get("name").asString(),
                    season,
                    text(product, "price").map(BigDecimal::new),
                    text(product, "unit"),
                    text(product, "note")));
        }
        return products;
    }

    private static List<Integer> numbers(JsonNode node) {
        List<Integer> numbers = new ArrayList<>();
        node.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static ShopPosition readPosition(JsonNode node) {
        return new ShopPosition(
                new LonLat(node.get("lon").asDouble(), node.get("lat").asDouble()),
                node.has("accuracyMetres")
                        ? OptionalDouble.of(node.get("accuracyMetres").asDouble())
                        : OptionalDouble.empty(),
                PositionSource.valueOf(node.get("source").asString()),
                node.get("crs").asString());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).asStringOpt();
    }

    private ShopJson() {}
}
