package cn.diming.core.search;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.record.RecordStore;
import java.util.List;

/** Keeps the index what the tables say. */
public final class SearchFollower implements ChangeFollower {

    public SearchFollower(SearchIndex index, RecordStore store, ChangeJournal journal) {}

    @Override
    public String name() {
        return "search";
    }

    @Override
    public long cursor() {
        return 0;
    }

    @Override
    public void rebuild() {}

    @Override
    public void apply(List<Change> changes) {}
}
