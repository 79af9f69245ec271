/** Files in a store that speaks the S3 protocol: signed requests over HTTP, nothing more than is needed. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.bucket;
