package cn.diming.api;

import static cn.diming.api.fixtures.Contract.map;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract against itself. */
class ContractTest {

    private final Contract contract = Contract.read();
    private final List<String> faults = new ArrayList<>();

    @Test
    void everyExampleFitsItsSchema() {
        int examples = 0;
        for (Contract.Operation operation : contract.operations()) {
            examples += content(
                    operation.id() + " body",
                    contract.resolve(operation.content().get("requestBody")));
            for (Map.Entry<String, Object> response :
                    map(operation.content().get("responses")).entrySet()) {
                examples += content(operation.id() + " " + response.getKey(), contract.resolve(response.getValue()));
            }
            if (operation.content().get("parameters") instanceof List<?> parameters) {
                for (Object node : parameters) {
                    Map<String, Object> parameter = contract.resolve(node);
                    if (parameter.containsKey("example")) {
                        check(
                                operation.id() + " " + parameter.get("name"),
                                parameter.get("example"),
                                parameter.get("schema"));
                        examples++;
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(examples).isGreaterThan(100);
    }

    @Test
    void noOperationIsWithoutProblemResponses() {
        for (Contract.Operation operation : contract.operations()) {
            Map<String, Object> responses = map(operation.content().get("responses"));
            assertThat(responses).as(operation.id()).containsKey("default");
            responses.forEach((status, response) -> {
                if (!status.startsWith("2") && !status.startsWith("3")) {
                    assertThat(map(contract.resolve(response).get("content")))
                            .as(operation.id() + " " + status)
                            .containsOnlyKeys("application/problem+json");
                }
            });
        }
    }

    /** How many examples there were. */
    private int content(String where, Map<String, Object> message) {
        int examples = 0;
        for (Object node : map(message.get("content")).values()) {
            Map<String, Object> media = map(node);
            if (media.containsKey("example")) {
                check(where, media.get("example"), media.get("schema"));
                examples++;
            }
            for (Map.Entry<String, Object> example : map(media.get("examples")).entrySet()) {
                check(where + " " + example.getKey(), map(example.getValue()).get("value"), media.get("schema"));
                examples++;
            }
        }
        return examples;
    }

    private void check(String where, @Nullable Object value, @Nullable Object schemaNode) {
        Map<String, Object> schema = contract.resolve(schemaNode);
        boolean fits = switch (String.valueOf(schema.get("type"))) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            default -> true;
        };
        if (!fits) {
            faults.add(where + ": " + value + " is no " + schema.get("type"));
        } else if (value instanceof Map<?, ?> object) {
            checkObject(where, object, schema);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> check(where + "[]", item, schema.get("items")));
        } else {
            checkValue(where, value, schema);
        }
    }

    private void checkObject(String where, Map<?, ?> object, Map<String, Object> schema) {
        Map<String, Object> properties = map(schema.get("properties"));
        object.forEach((name, value) -> {
            if (properties.containsKey(String.valueOf(name))) {
                check(where + "." + name, value, properties.get(String.valueOf(name)));
            } else if (!schema.containsKey("additionalProperties")) {
                faults.add(where + ": no property " + name);
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> faults.add(where + ": lacks " + name));
        }
    }

    private void checkValue(String where, @Nullable Object value, Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
            faults.add(where + ": " + value + " is none of " + allowed);
        }
        if (schema.get("pattern") instanceof String pattern
                && !String.valueOf(value).matches(pattern)) {
            faults.add(where + ": " + value + " does not match " + pattern);
        }
        if (value instanceof Number number) {
            if (schema.get("minimum") instanceof Number least && number.doubleValue() < least.doubleValue()) {
                faults.add(where + ": " + value + " is too small");
            }
            if (schema.get("maximum") instanceof Number most && number.doubleValue() > most.doubleValue()) {
                faults.add(where + ": " + value + " is too large");
            }
        }
    }
}
