package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.search.SearchFollower;
import cn.diming.core.search.SearchIndex;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Builds what is derived from the tables anew. Tiles live in the server's memory and are built at every start. */
@Command(
        name = "rebuild",
        description = {"由数据表重建检索索引（服务须先停止；瓦片在每次启动时重建）", "Rebuild the search index; tiles are rebuilt at every start."})
final class RebuildCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Diming root;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (root == null || spec == null) {
            throw new IllegalStateException("picocli has not filled this command");
        }
        try (Core core = root.open();
                SearchIndex index = SearchIndex.open(root.data.resolve("search"));
                SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
            follower.rebuild();
            spec.commandLine().getOut().printf("检索索引已重建，共 %,d 条%n", index.size());
        }
        return 0;
    }
}
