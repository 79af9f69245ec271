/** Naming cases: from the draft of a name to its announcement, stage by stage, as the rule profile of the place asks. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.casework;
