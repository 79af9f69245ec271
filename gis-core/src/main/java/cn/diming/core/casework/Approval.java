package cn.diming.core.casework;

import java.time.LocalDate;

/**
 * That and by whom the names of a case were approved (地名管理条例 Art. 12).
 *
 * @param date of the approval; the limits of Art. 13 and 14 are counted from it
 * @param effectiveOn from when the names are in force
 */
public record Approval(
        LocalDate date, String organisation, OrganisationKind kind, String documentNumber, LocalDate effectiveOn) {

    /** Who approves decides from when the announcement is due (地名管理条例 Art. 14). */
    public enum OrganisationKind {
        GOVERNMENT("人民政府"),
        CIVIL_AFFAIRS("民政部门"),
        OTHER_DEPARTMENT("其他部门");

        private final String title;

        OrganisationKind(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
