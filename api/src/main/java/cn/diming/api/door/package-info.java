/** Door plates over HTTP: numbering, checks and proofs, the life of plates, addresses. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.door;
