package cn.diming.api.problem;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problem a client is told of, one for each status we use. */
public enum ProblemType {
    BAD_REQUEST(400, "请求有误", "请求的格式不对。"),
    UNAUTHENTICATED(401, "未登录", "请先登录。"),
    DENIED(403, "无权操作", "您没有进行此操作的权限。"),
    NOT_FOUND(404, "没有找到", "没有这个地址。"),
    METHOD_NOT_ALLOWED(405, "方法不对", "这个地址不接受该方法。"),
    NOT_ACCEPTABLE(406, "无法给出所要的格式", "这个地址不能给出 Accept 头所要的格式。"),
    CONFLICT(409, "已经存在", "与已有数据冲突。"),
    STALE(412, "记录已被他人修改", "请刷新后重试。"),
    TOO_LARGE(413, "内容过大", "上传的内容超过了允许的大小。"),
    UNSUPPORTED_MEDIA(415, "不支持的格式", "请求正文的格式不受支持，应为 application/json。"),
    REFUSED(422, "不符合规则", "所提交的内容不符合规则。"),
    VERSION_REQUIRED(428, "缺少版本号", "请在 If-Match 头中给出修改所依据的版本号。"),
    TOO_MANY_REQUESTS(429, "请求过于频繁", "请稍后再试。"),
    BROKEN(500, "系统故障", "系统出现故障，请把事件编号告诉管理员。"),
    UNAVAILABLE(503, "暂不可用", "数据库暂时不可用，请稍后再试。"),
    HTTP_VERSION(505, "HTTP 版本不受支持", "请使用 HTTP/1.1。");

    private final int status;
    private final String title;
    private final String usualDetail;

    ProblemType(int status, String title, String usualDetail) {
        this.status = status;
        this.title = title;
        this.usualDetail = usualDetail;
    }

    /** The type for any status from 400: the exact one, else the one of its hundred. */
    public static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 500 ? BROKEN : BAD_REQUEST);
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    String usualDetail() {
        return usualDetail;
    }

    String uri() {
        return "urn:diming:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
