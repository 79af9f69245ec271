package cn.diming.api.problem;

import cn.diming.api.generated.model.FieldProblem;
import cn.diming.api.generated.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What Spring noticed about a request, in Chinese. */
final class Faults {

    /** Empty when the request is not to blame. */
    static Optional<Problem> of(Exception fault) {
        return Optional.ofNullable(
                switch (fault) {
                    case MethodArgumentNotValidException body -> ofFields(bodyFields(body));
                    case HandlerMethodValidationException values -> ofFields(parameterFields(values));
                    case MissingServletRequestParameterException missing ->
                        ofFields(List.of(field(missing.getParameterName(), "必须给出")));
                    case MissingRequestValueException missing -> Problems.of(ProblemType.BAD_REQUEST, "缺少必要的参数或请求头。");
                    case MethodArgumentTypeMismatchException wrong ->
                        ofFields(List.of(field(wrong.getName(), expected(wrong.getRequiredType()))));
                    case TypeMismatchException wrong -> Problems.of(ProblemType.BAD_REQUEST, "有参数的类型不对。");
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
                    case InvalidParameterException undecodable ->
                        Problems.of(ProblemType.BAD_REQUEST, "参数不是合法的 UTF-8 百分号编码。");
                    case MaxUploadSizeExceededException large -> Problems.of(ProblemType.TOO_LARGE);
                    case MultipartException broken ->
                        Problems.of(ProblemType.BAD_REQUEST, "上传的内容不完整，或不是合法的 multipart/form-data。");
                    case ErrorResponse error -> ofStatus(error);
                    default -> null;
                });
    }

    private static @Nullable Problem ofStatus(ErrorResponse error) {
        return error.getStatusCode().is4xxClientError()
                ? Problems.of(ProblemType.of(error.getStatusCode().value()))
                : null;
    }

    static FieldProblem field(String name, String message) {
        return new FieldProblem(name, message);
    }

    private static Problem ofFields(List<FieldProblem> fields) {
        return Problems.ofFields(ProblemType.BAD_REQUEST, fields);
    }

    private static List<FieldProblem> bodyFields(MethodArgumentNotValidException body) {
        return body.getBindingResult().getAllErrors().stream()
                .map(error -> field(
                        error instanceof FieldError in ? in.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .distinct()
                .toList();
    }

    private static List<FieldProblem> parameterFields(HandlerMethodValidationException values) {
        List<FieldProblem> fields = new ArrayList<>();
        values.getParameterValidationResults().forEach(result -> {
            String name = nameOf(result.getMethodParameter());
            result.getResolvableErrors()
                    .forEach(error -> fields.add(field(
                            error instanceof FieldError in ? in.getField() : name,
                            String.valueOf(error.getDefaultMessage()))));
        });
        return fields;
    }

    /** As the client knows it: {@code If-Match}, not {@code ifMatch}. */
    private static String nameOf(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null ? header.value() : String.valueOf(parameter.getParameterName());
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof JacksonException broken)) {
            return Problems.of(ProblemType.BAD_REQUEST, "请求正文是空的或读不出来，应为 UTF-8 编码的 JSON。");
        }
        if (broken instanceof DatabindException && !pathOf(broken).isEmpty()) {
            return ofFields(List.of(field(pathOf(broken), "的值不对，或类型不对")));
        }
        return Problems.of(ProblemType.BAD_REQUEST, "请求正文不是合法的 JSON" + whereOf(broken) + "。");
    }

    private static String pathOf(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String whereOf(JacksonException broken) {
        var place = broken.getLocation();
        return place == null || place.getLineNr() < 1
                ? ""
                : "（第 " + place.getLineNr() + " 行第 " + place.getColumnNr() + " 个字符处）";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "的值不对";
        }
        if (type.isEnum()) {
            return "应为 "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining("、"))
                    + " 之一";
        }
        return switch (type.getSimpleName()) {
            case "Integer", "Long" -> "应为整数";
            case "Double" -> "应为数值";
            case "Boolean" -> "应为 true 或 false";
            case "List" -> "中有一项不是所要的值";
            default -> "的值不对";
        };
    }

    private Faults() {}
}
