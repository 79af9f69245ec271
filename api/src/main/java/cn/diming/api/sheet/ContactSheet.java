package cn.diming.api.sheet;

import cn.diming.core.sheet.Gate;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetReport;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** One page with a small picture of each sheet and what its gates said. */
final class ContactSheet {

    private static final String HEAD = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>%1$s</title>
            <style>body{font:14px/1.5 system-ui,sans-serif;margin:24px;color:#1d2733}main{display:grid;gap:16px;
            grid-template-columns:repeat(auto-fill,minmax(260px,1fr))}article{border:1px solid #d5dde3;border-top:5px solid #2e7d4f;
            padding:10px}article.WARNING{border-top-color:#c98a12}article.FAILED{border-top-color:#b3261e}img{width:100%%}
            ul{margin:6px 0;padding-left:18px}</style><h1>%1$s</h1><main>
            """;

    static String html(String title, List<SheetJob> jobs) {
        return HEAD.formatted(HtmlUtils.htmlEscape(title))
                + jobs.stream().map(ContactSheet::card).collect(Collectors.joining("\n"))
                + "\n</main></html>\n";
    }

    private static String card(SheetJob job) {
        Gate gate = job.isThere() ? job.report().map(SheetReport::gate).orElse(Gate.FAILED) : Gate.FAILED;
        String faults = job.report().stream()
                .flatMap(report -> report.checks().stream())
                .filter(check -> check.state() != Gate.PASSED)
                .map(check -> check.title() + "：" + check.detail())
                .map(ContactSheet::item)
                .collect(Collectors.joining());
        return "<article class=\"%s\"><h2>%d %s</h2>%s<ul>%s%s</ul></article>"
                .formatted(
                        gate,
                        job.number(),
                        HtmlUtils.htmlEscape(job.target().name()),
                        job.isThere() ? "<img alt=\"\" src=\"" + SheetFiles.thumbnailName(job) + "\">" : "",
                        job.error().map(why -> item("未出图：" + why)).orElse(job.isThere() ? "" : item("还没有印制")),
                        faults);
    }

    private static String item(String text) {
        return "<li>" + HtmlUtils.htmlEscape(text) + "</li>";
    }

    private ContactSheet() {}
}
