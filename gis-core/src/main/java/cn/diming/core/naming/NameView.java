package cn.diming.core.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The index and, laid over it, what has changed since: records it does not know yet or knows in an older state. */
final class NameView {

    private final NameIndex index;
    private final NameTable newer = new NameTable();
    private final Set<Long> hidden = new HashSet<>();

    NameView(NameIndex index) {
        this.index = index;
    }

    /** What the index says of a record does not hold any more. */
    void hide(long id) {
        hidden.add(id);
        newer.remove(id);
    }

    /** Names in their newest state; those that the same records had before are hidden. */
    void addAll(Collection<IndexedName> names) {
        names.stream().map(IndexedName::id).distinct().forEach(this::hide);
        names.forEach(name -> newer.add(name, NameKeys.of(name)));
    }

    /** All names with the key that pass the test; the caller still has to compare what he looks for. */
    List<IndexedName> find(int key, Predicate<IndexedName> test) {
        List<IndexedName> found = new ArrayList<>();
        index.each(key, name -> {
            if (!hidden.contains(name.id()) && test.test(name)) {
                found.add(name);
            }
        });
        newer.each(key, name -> {
            if (test.test(name)) {
                found.add(name);
            }
        });
        return found;
    }

    /** Names written exactly so, {@link NameTerms#comparable}. */
    List<IndexedName> named(String text, Predicate<IndexedName> test) {
        return text.isEmpty()
                ? List.of()
                : find(
                        NameKeys.characters(NameForm.of(text)),
                        name -> name.text().equals(text) && test.test(name));
    }
}
