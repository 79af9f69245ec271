package cn.diming.core.naming;

/** One rule: looks at a name in its place and reports what is wrong with it. */
@FunctionalInterface
interface NamingRule {

    void inspect(Inspection name, Report report);
}
