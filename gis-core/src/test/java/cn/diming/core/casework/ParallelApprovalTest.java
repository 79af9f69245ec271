package cn.diming.core.casework;

import static cn.diming.core.casework.CaseFixture.approval;
import static cn.diming.core.casework.CaseFixture.draft;
import static cn.diming.core.casework.CaseFixture.naming;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many officers approve the same name in one village at the same moment. */
@ParameterizedClass
@EnumSource(Engines.class)
class ParallelApprovalTest {

    private static final int OFFICERS = 50;
    private static final String DIGITS = "甲乙丙丁戊己庚辛壬癸";

    private final CaseFixture at;

    ParallelApprovalTest(Engines engine) {
        this.at = new CaseFixture(engine);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void exactlyOneOfFiftyApprovalsWinsTwentyTimesOver() throws Exception {
        try (ExecutorService officers = Executors.newFixedThreadPool(OFFICERS)) {
            for (int round = 0; round < 20; round++) {
                String name = "和" + DIGITS.charAt(round / 10) + DIGITS.charAt(round % 10) + "路";
                List<NamingCase> cases = ripe(name);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> answers = new ArrayList<>();
                cases.forEach(one -> answers.add(officers.submit(approve(one, start))));
                start.countDown();

                int won = 0;
                for (Future<Boolean> answer : answers) {
                    won += won(answer) ? 1 : 0;
                }
                assertThat(won).as(name).isEqualTo(1);
                assertThat(at.core
                                .db()
                                .sql("SELECT COUNT(*) FROM place WHERE name = :name")
                                .param("name", name)
                                .getLong())
                        .isEqualTo(1);
                assertThat(at.core
                                .db()
                                .sql("SELECT COUNT(*) FROM naming_case WHERE state = 'GOV_APPROVED'")
                                .getLong())
                        .isEqualTo(round + 1);
            }
        }
    }

    private Callable<Boolean> approve(NamingCase one, CountDownLatch start) {
        return () -> {
            start.await();
            at.act(at.reviewer, one, approval(at.today()));
            return true;
        };
    }

    /** Whoever comes too late is told by which rule. */
    private static boolean won(Future<Boolean> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(
                            NameRefused.class,
                            told -> assertThat(told.findings())
                                    .extracting(finding -> finding.rule())
                                    .contains("NAM-13"));
            return false;
        }
    }

    /**
     * Cases that wait for their approval, all with one name. The reservation would have stopped all but the first of them when
     * they were submitted; here only the approval stands between them.
     */
    private List<NamingCase> ripe(String name) {
        return at.core.db().inTransaction(() -> {
            List<NamingCase> made = new ArrayList<>();
            for (int i = 0; i < OFFICERS; i++) {
                made.add(at.cases().create(at.town, draft(CaseType.NAME, naming(name))));
            }
            at.core.db().sql("""
                            UPDATE naming_case SET state = 'PUBLIC_COMMENT', comment_until = '2026-02-20'
                            WHERE state = 'DRAFT'""").update();
            return made;
        });
    }
}
