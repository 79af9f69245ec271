package cn.diming.api.tile;

/** A part of a tile's address that is not written as it should be; the message is Chinese and for the client. */
final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadParameter(String message) {
        super(message);
    }
}
