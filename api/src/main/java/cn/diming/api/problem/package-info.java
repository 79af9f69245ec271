/** How whatever goes wrong is told to clients: problem details in Chinese (RFC 9457). */
@org.jspecify.annotations.NullMarked
package cn.diming.api.problem;
