package cn.diming.api.photon;

import java.util.List;
import java.util.Map;

/** What Photon answers 400 to, in the form it does. */
final class PhotonRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Object> body;

    private PhotonRefused(Map<String, Object> body) {
        this.body = body;
    }

    static PhotonRefused message(String message) {
        return new PhotonRefused(Map.of("message", message));
    }

    static PhotonRefused parameter(String name, String message, String value) {
        return new PhotonRefused(Map.of(name, List.of(Map.of("message", message, "args", Map.of(), "value", value))));
    }

    Map<String, Object> body() {
        return body;
    }
}
