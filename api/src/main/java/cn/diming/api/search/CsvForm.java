package cn.diming.api.search;

import cn.diming.api.generated.model.SearchHit;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpOutputMessage;

/** Answers as a table that spreadsheets open: UTF-8 with byte order mark, Chinese headings. */
final class CsvForm extends HitsForm {

    private static final String[] HEADINGS = {
        "编号", "种类", "名称", "地址", "匹配级别", "可信度", "经度", "纬度", "距离（米）", "代码", "区划代码", "来源键"
    };

    CsvForm() {
        super(StandardCharsets.UTF_8, FormatParameter.CSV);
    }

    @Override
    protected void writeInternal(Object answer, HttpOutputMessage output) throws IOException {
        Writer writer = new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter rows = new CSVPrinter(writer, CSVFormat.EXCEL);
        rows.printRecord((Object[]) HEADINGS);
        for (SearchHit hit : Hits.of(answer)) {
            rows.printRecord(
                    hit.getId(),
                    hit.getKind(),
                    hit.getName(),
                    hit.getAddress(),
                    hit.getLevel(),
                    hit.getConfidence(),
                    hit.getLon(),
                    hit.getLat(),
                    hit.getDistanceMetres(),
                    hit.getCode(),
                    hit.getDivisionCode(),
                    hit.getSourceKey());
        }
        rows.flush();
    }
}
