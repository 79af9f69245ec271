package cn.diming.core.bucket;

import java.net.URI;

/**
 * Where a bucket is and with which key it opens.
 *
 * @param endpoint of the service, such as {@code https://s3.example.com}; the bucket's name follows as the first part of the path
 * @param region as the service calls it; those that have none take {@code us-east-1}
 * @param prefix before each key, empty or ending with a stroke
 */
public record BucketAddress(URI endpoint, String region, String bucket, String prefix, String keyId, String secret) {

    /** @throws IllegalArgumentException for what cannot be the address of a bucket; the message is Chinese */
    public BucketAddress {
        boolean web = "https".equals(endpoint.getScheme()) || "http".equals(endpoint.getScheme());
        if (!web || endpoint.getHost() == null || endpoint.getQuery() != null) {
            throw new IllegalArgumentException("对象存储的地址应为 https://主机[:端口]：" + endpoint);
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") || !region.matches("[a-zA-Z0-9-]{1,40}")) {
            throw new IllegalArgumentException("对象存储的桶名或区域不合规定：" + bucket + "，" + region);
        }
        if (!prefix.matches("([A-Za-z0-9_-]+/)*")) {
            throw new IllegalArgumentException("对象存储的前缀应为空，或以 / 结尾的字母、数字：" + prefix);
        }
        if (keyId.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("对象存储缺少访问密钥");
        }
    }

    @Override
    public String toString() {
        return "BucketAddress[" + endpoint + "/" + bucket + "]";
    }
}
