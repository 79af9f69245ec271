package cn.diming.api.nominatim;

/** What Nominatim answers with an error, written in the format that was asked for. */
final class NominatimRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    NominatimRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
