package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.search.SearchFollower;
import cn.diming.core.search.SearchIndex;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Builds what is derived from the tables anew. Tiles live in the server's memory and are built at every start. */
@Command(
        name = "rebuild",
        description = {"由数据表重建检索索引（服务须先停止；瓦片在每次启动时重建）", "Rebuild the search index; tiles are rebuilt at every start."})
final class RebuildCommand extends DatabaseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (Core core = root().open();
                SearchIndex index = SearchIndex.open(root().data.resolve("search"));
                SearchFollower follower = new SearchFollower(index, core.store(), core.journal())) {
            follower.rebuild();
            out().printf("检索索引已重建，共 %,d 条%n", index.size());
        }
        return 0;
    }
}
