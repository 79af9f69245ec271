package cn.diming.api.shop;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.MapPlatform;
import cn.diming.api.generated.model.PlatformFinding;
import cn.diming.api.generated.model.PlatformStanding;
import cn.diming.api.generated.model.PlatformStandingList;
import cn.diming.api.generated.model.Submission;
import cn.diming.core.collect.PlatformSubmission;
import cn.diming.core.platform.PlatformBundles;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How shops stand with map platforms, and the packages, as the contract has them. */
final class PlatformDtos {

    static PlatformStandingList standing(List<PlatformBundles.Standing> all) {
        return new PlatformStandingList(all.stream().map(PlatformDtos::standing).toList());
    }

    private static PlatformStanding standing(PlatformBundles.Standing standing) {
        PlatformStanding dto = new PlatformStanding(
                MapPlatform.fromValue(standing.rules().platform().name()),
                standing.rules().platform().title(),
                standing.rules().crs().id(),
                standing.rules().portal(),
                standing.rules().reviewDays(),
                standing.rules().source(),
                standing.findings().stream()
                        .map(finding -> new PlatformFinding(finding.rule(), finding.refused(), finding.message()))
                        .toList());
        standing.submission().map(PlatformDtos::submission).ifPresent(dto::submission);
        return dto;
    }

    private static Submission submission(PlatformSubmission submission) {
        Submission dto = new Submission(
                MapPlatform.fromValue(submission.platform().name()),
                Submission.StatusEnum.fromValue(submission.status().name()),
                Times.of(submission.submittedAt()));
        submission.reason().ifPresent(dto::reason);
        submission.answeredAt().map(Times::of).ifPresent(dto::answeredAt);
        return dto;
    }

    static cn.diming.core.collect.MapPlatform platform(MapPlatform platform) {
        return cn.diming.core.collect.MapPlatform.valueOf(platform.getValue());
    }

    /** A package is put together whole before the first byte goes out: what is refused is a problem, not a broken file. */
    static ResponseEntity<Resource> bundle(MapPlatform platform, Consumer<OutputStream> writer) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        writer.accept(zip);
        String name = platform(platform).title() + "店铺提交包.zip";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswers.attachment(name))
                .body(new ByteArrayResource(zip.toByteArray()));
    }

    private PlatformDtos() {}
}
