package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples' east is on the left of the line, their west on the right. */
@ParameterizedClass
@EnumSource(Engines.class)
class AgreementDocumentsTest {

    private static final Actor LEFT = BoundarySamples.actor(Role.BOUNDARY_INSPECTOR, "440113102");
    private static final Actor RIGHT = BoundarySamples.ONE_SIDE;
    private static final Actor OFFICER = BoundarySamples.actor(Role.NAMING_OFFICER, "440113101");

    private final Core core;
    private BoundaryLine line;
    private AgreementDocuments documents;

    @TempDir
    Path folder;

    AgreementDocumentsTest(Engines engine) {
        this.core = engine.open();
    }

    @BeforeEach
    void open() {
        line = BoundarySamples.line(core);
        documents = new AgreementDocuments(new AgreementDocuments.Setting(
                core.db(),
                core.journal(),
                core.audit(),
                core.boundaryLines(),
                new Media(core.mediaSetting(), folder, MediaLimits.USUAL)));
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aDocumentIsKeptByteForByteAndBothSidesReadIt() {
        AgreementDocument made = add(LEFT, DocumentKind.LEFT_COPY, "C:\\scan\\协议书.PDF", pdf("协议"));
        assertThat(made.fileName()).isEqualTo("协议书.pdf");
        assertThat(made.sha256()).isEqualTo(Sha256.hex(pdf("协议")));
        assertThat(made.bytes()).isEqualTo(pdf("协议").length);
        for (Actor reader : List.of(LEFT, RIGHT, OFFICER, BoundarySamples.DISTRICT)) {
            assertThat(documents.list(reader, line.id())).containsExactly(made);
            assertThat(documents.content(documents.get(reader, made.id()))).isEqualTo(pdf("协议"));
        }
        assertThatThrownBy(() -> documents.get(BoundarySamples.ELSEWHERE, made.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.get(Actor.PUBLIC, made.id())).isInstanceOf(Denied.class);
    }

    @Test
    void aScanThatIsAPictureIsKeptAsItIs() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        AgreementDocument made = add(LEFT, DocumentKind.MAP, "附图.jpg", png.toByteArray());
        assertThat(made.fileName()).isEqualTo("附图.png");
        assertThat(made.mediaType()).isEqualTo("image/png");
        assertThat(documents.content(made)).isEqualTo(png.toByteArray());
    }

    @Test
    void aSidePutsInItsOwnCopyAndEitherWhatBelongsToBoth() {
        assertThatThrownBy(() -> add(RIGHT, DocumentKind.LEFT_COPY, "a.pdf", pdf("a")))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("左侧所存协议书由该方");
        add(RIGHT, DocumentKind.RIGHT_COPY, "a.pdf", pdf("a"));
        AgreementDocument map = add(RIGHT, DocumentKind.MAP, "附图.pdf", pdf("图"));
        add(BoundarySamples.DISTRICT, DocumentKind.LEFT_COPY, "a.pdf", pdf("a"));
        assertThatThrownBy(() -> add(OFFICER, DocumentKind.MAP, "b.pdf", pdf("b")))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> add(BoundarySamples.ELSEWHERE, DocumentKind.MAP, "b.pdf", pdf("b")))
                .isInstanceOf(NotFound.class);
        assertThat(documents.withdraw(LEFT, map.id(), "误传").isValid()).isFalse();
        assertThat(documents.list(LEFT, line.id()))
                .extracting(AgreementDocument::kind)
                .containsExactly(DocumentKind.LEFT_COPY, DocumentKind.RIGHT_COPY, DocumentKind.MAP);
    }

    @Test
    void onlyTheFileWhoseDigestIsRegisteredIsTakenAsACopy() {
        BoundaryLine after = core.boundaryLines()
                .adopt(BoundarySamples.DISTRICT, line.id(), 1, registering(Sha256.hex(pdf("真"))), BoundarySamples.LINE);
        AgreementDocuments.Draft copy = new AgreementDocuments.Draft(2, DocumentKind.LEFT_COPY, "协议书.pdf");
        assertThatThrownBy(() -> documents.add(LEFT, line.id(), copy, in(pdf("假"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("不是登记的那一份");
        documents.add(LEFT, line.id(), copy, in(pdf("真")));
        add(LEFT, DocumentKind.LEFT_COPY, "旧协议书.pdf", pdf("旧"));
        assertThat(documents.list(LEFT, line.id()))
                .extracting(AgreementDocument::lineNumber)
                .containsExactly(2, 1);
        assertThat(after.current().number()).isEqualTo(2);
        assertThatThrownBy(() -> documents.add(
                        LEFT, line.id(), new AgreementDocuments.Draft(3, DocumentKind.MAP, "a.pdf"), in(pdf("图"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("没有协议第 3 版");
    }

    @Test
    void copiesThatDifferAreFoundByTheirFilesWhereNoDigestWasRegistered() {
        assertThat(copies()).containsExactly("没有登记双方的协议书副本");
        add(LEFT, DocumentKind.LEFT_COPY, "a.pdf", pdf("a"));
        assertThat(copies()).containsExactly("只登记了一方的协议书副本");
        AgreementDocument wrong = add(RIGHT, DocumentKind.RIGHT_COPY, "b.pdf", pdf("b"));
        assertThat(copies()).containsExactly("双方所存协议书副本的摘要不同，不是同一份文件");
        assertThatThrownBy(() -> add(RIGHT, DocumentKind.RIGHT_COPY, "a.pdf", pdf("a")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("请先撤下");
        documents.withdraw(RIGHT, wrong.id(), "传错了文件");
        add(RIGHT, DocumentKind.RIGHT_COPY, "a.pdf", pdf("a"));
        assertThat(copies()).isEmpty();
    }

    private List<String> copies() {
        return core.boundaryLines().check(LEFT, line.id()).stream()
                .filter(found -> found.rule() == BoundaryRule.BL_12)
                .map(BoundaryFinding::message)
                .toList();
    }

    @Test
    void whatIsStruckOutStaysOnFileWithItsReason() {
        AgreementDocument made = add(LEFT, DocumentKind.ANNEX, "会议纪要.pdf", pdf("纪要"));
        assertThatThrownBy(() -> add(LEFT, DocumentKind.ANNEX, "再传.pdf", pdf("纪要")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经归入");
        assertThatThrownBy(() -> documents.withdraw(LEFT, made.id(), "  ")).isInstanceOf(Refused.class);
        AgreementDocument struck = documents.withdraw(LEFT, made.id(), " 误传 ");
        assertThat(struck.withdrawal().orElseThrow().reason()).isEqualTo("误传");
        assertThat(documents.content(documents.get(RIGHT, made.id()))).isEqualTo(pdf("纪要"));
        assertThatThrownBy(() -> documents.withdraw(LEFT, made.id(), "再次"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("已经撤下");
        assertThat(core.audit().entriesOf(RecordKind.BOUNDARY_DOCUMENT, made.id()))
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder("create", "withdraw");
    }

    @Test
    void filesOfOtherKindsBrokenOnesAndLargeOnesAreRefusedAndNothingStays() throws IOException {
        byte[] cut = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8);
        refused("不完整", cut);
        refused("只接受 PDF、JPEG 与 PNG", "<html>".getBytes(StandardCharsets.UTF_8));
        refused("只接受 PDF、JPEG 与 PNG", new byte[0]);
        refused("损坏", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3});
        byte[] large = new byte[20_000_001];
        System.arraycopy(pdf("大"), 0, large, 0, 8);
        refused("过大，至多 20 MB", large);
        assertThat(documents.list(LEFT, line.id())).isEmpty();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void refused(String words, byte[] content) {
        assertThatThrownBy(() -> add(LEFT, DocumentKind.MAP, "x.pdf", content))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }

    @Test
    void aStoredFileThatWasTamperedWithIsNotHandedOut() throws IOException {
        AgreementDocument made = add(LEFT, DocumentKind.MAP, "附图.pdf", pdf("图"));
        Files.writeString(files().getFirst(), "%PDF-1.4 another %%EOF");
        assertThatThrownBy(() -> documents.content(made))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("与登记的摘要不符");
    }

    private AgreementDocument add(Actor actor, DocumentKind kind, String name, byte[] content) {
        return documents.add(actor, line.id(), new AgreementDocuments.Draft(1, kind, name), in(content));
    }

    private static Agreement registering(String leftCopy) {
        Agreement usual = BoundarySamples.agreement("补充协议");
        return new Agreement(
                usual.title(),
                usual.agreedOn(),
                usual.effectiveOn(),
                usual.approvedBy(),
                usual.left(),
                usual.right(),
                usual.statedLengthMetres(),
                usual.course(),
                usual.mapScale(),
                usual.sections(),
                usual.enclaves(),
                Optional.of(leftCopy),
                Optional.empty());
    }

    private static ByteArrayInputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static byte[] pdf(String words) {
        return ("%PDF-1.4\n% " + words + "\ntrailer\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }
}
