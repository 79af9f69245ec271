package cn.diming.core.media;

import java.nio.file.Path;

/**
 * A stored file, ready to be sent.
 *
 * @param mediaType exactly what it is
 * @param name what to call it when it is saved
 */
public record MediaFile(Path path, String mediaType, String name) {}
