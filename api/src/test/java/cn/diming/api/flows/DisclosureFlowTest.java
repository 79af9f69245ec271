package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class DisclosureFlowTest {

    private final Service service;

    DisclosureFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void aNameThatIsOnlyProposedIsNowhereToBeSeen() {
        long proposed = place("尚未批准围", "PROPOSED");
        long recorded = place("已经采集围", "RECORDED");
        service.catchUp();
        Client visitor = service.visitor();
        assertThat(visitor.get("/api/v1/places/" + recorded).hasStatus(200).text())
                .doesNotContain("尚未批准围");
        for (String path : new String[] {
            "/api/v1/search?q=%E5%B0%9A%E6%9C%AA%E6%89%B9%E5%87%86%E5%9B%B4",
            "/api/v1/suggest?q=shangweipizhun",
            "/api/v1/suggest?q=swpz",
            "/api/v1/reverse?lon=113.4561&lat=22.9161&radius=50"
        }) {
            assertThat(visitor.get(path).hasStatus(200).json().findValuesAsString("name"))
                    .doesNotContain("尚未批准围");
        }
        assertThat(visitor.get("/api/v1/reverse?lon=113.4561&lat=22.9161&radius=50")
                        .json()
                        .findValuesAsString("name"))
                .contains("已经采集围");
        visitor.get("/api/v1/places/" + proposed).isProblem(404);
        service.program(Role.REVIEWER, "440115")
                .get("/api/v1/places/" + proposed)
                .hasStatus(200);
    }

    private long place(String name, String status) {
        return service.record(
                RecordKind.PLACE, Drafts.with(Drafts.village("x", name, 113.4561, 22.9161), "status", status));
    }
}
