/** Local rules that are not in a rule profile: rows of YAML files, read with a clear word for what is wrong. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.rules;
