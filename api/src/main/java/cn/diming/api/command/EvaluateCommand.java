package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.change.ChangePump;
import cn.diming.core.search.EvaluationQuery;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchEvaluation;
import cn.diming.core.search.SearchFollower;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchIndex;
import cn.diming.core.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code diming evaluate search QUERIES}: how well what people type is answered. */
@Command(
        name = "evaluate",
        description = {"用已知答案的查询评测", "Evaluate with queries whose answers are known."},
        subcommands = EvaluateCommand.Search.class)
final class EvaluateCommand extends DatabaseCommand implements Runnable {

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    /** Prints the figures by class. */
    @Command(
            name = "search",
            description = {
                "评测检索：recall@1、recall@5、MRR、偏差、可信度与耗时（服务须先停止）",
                "Recall, distance error, precision by confidence and times of the search; the server must be stopped."
            })
    static final class Search implements Callable<Integer> {

        @ParentCommand
        EvaluateCommand parent = new EvaluateCommand();

        @Parameters(index = "0", paramLabel = "查询文件", description = "JSON 行，每行有 cls、q、exp，可有 bias、pt (JSON lines)")
        Path file = Path.of("");

        @Option(names = "--misses", description = "列出未答对的查询及其说明 (list misses)")
        boolean misses;

        @Override
        public Integer call() {
            List<EvaluationQuery> queries = queries();
            try (Core core = parent.root().open();
                    SearchIndex index = SearchIndex.open(parent.root().data.resolve("search"));
                    SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
                if (follower.cursor() == 0 || follower.cursor() > core.journal().latest()) {
                    follower.rebuild();
                }
                new ChangePump(core.journal(), follower).catchUp();
                PlaceSearch search = new PlaceSearch(index, core.store(), core.divisions());
                parent.out().printf("共 %,d 条记录，%,d 条查询%n", index.size(), queries.size());
                new SearchEvaluation(search)
                        .run(queries, query -> miss(search, query))
                        .table()
                        .forEach(parent.out()::println);
                parent.out().flush();
            }
            return 0;
        }

        private List<EvaluationQuery> queries() {
            if (!Files.isRegularFile(file)) {
                throw new CommandRefused("没有文件 " + file);
            }
            try {
                return EvaluationQuery.read(file);
            } catch (IllegalArgumentException wrong) {
                throw new CommandRefused(file + "：" + wrong.getMessage(), wrong);
            } catch (IOException unreadable) {
                throw new CommandRefused("文件无法读取：" + file, unreadable);
            }
        }

        private void miss(PlaceSearch search, EvaluationQuery query) {
            if (!misses) {
                return;
            }
            SearchRequest plain = SearchRequest.of(query.text(), 3);
            parent.out().printf("未答对 %s：%s → %s%n", query.group(), query.text(), query.expected());
            for (SearchHit hit :
                    search.search(query.near().map(plain::near).orElse(plain).explained())) {
                parent.out()
                        .printf(
                                "    %.3f %s %s（%s）%s%n",
                                hit.confidence(),
                                hit.address(),
                                hit.name(),
                                hit.sourceKey().orElse(""),
                                hit.explanation().orElse(""));
            }
        }
    }
}
