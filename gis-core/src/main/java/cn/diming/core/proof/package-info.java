/** Reports that somebody else can verify: what was examined, by its hash, and a signature. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.proof;
