package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.Account;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Invitations to campaigns and the passes that come of them. No passwords: a code that can be read out, and for each telephone a
 * token that ends with the campaign.
 */
public final class Passes {

    /** No signs that are taken for one another when read out or copied by hand. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 10;
    private static final int MOST_USES = 500;
    private static final int LONGEST_LABEL = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FieldCollection.Setting core;
    private final CampaignStore store;
    private final Campaigns campaigns;

    Passes(FieldCollection.Setting core, CampaignStore store, Campaigns campaigns) {
        this.core = core;
        this.store = store;
        this.campaigns = campaigns;
    }

    /**
     * Invites people to a campaign.
     *
     * @param label for whom it is
     * @param uses how many telephones may join with it
     * @param valid how long it may be taken up, at most until the campaign ends
     */
    public Invitation.Issued invite(Actor actor, long campaignId, String label, int uses, Duration valid) {
        String words = label.strip();
        if (words.isEmpty() || words.length() > LONGEST_LABEL || words.chars().anyMatch(Character::isISOControl)) {
            throw refused("请写明邀请谁（1 至 " + LONGEST_LABEL + " 个字）");
        }
        if (uses < 1 || uses > MOST_USES || valid.isNegative() || valid.isZero()) {
            throw refused("邀请可供 1 至 " + MOST_USES + " 部手机使用，有效期应在现在之后");
        }
        String code = newCode();
        return core.journal().write(actor, changes -> {
            Campaign campaign = campaigns.existing(campaignId);
            AccessPolicy.require(actor, Action.MODERATE_COLLECTION, campaign.divisionCode());
            requireRunning(campaign, changes.at());
            Instant end = earlier(changes.at().plus(valid), endOf(campaign));
            Invitation wanted = new Invitation(0, campaignId, words, uses, 0, end, Optional.empty(), changes.at());
            long id = store.insertInvitation(changes, wanted, Sha256.hex(code));
            note(changes, "invite", campaignId, "邀请“" + words + "”");
            return new Invitation.Issued(store.findInvitation(id).orElseThrow(), code);
        });
    }

    /** The invitations of a campaign, the newest first. */
    public List<Invitation> list(Actor actor, long campaignId) {
        campaigns.get(actor, campaignId);
        return store.invitations(campaignId);
    }

    /** Makes an invitation and every token that came of it useless at once. */
    public void revoke(Actor actor, long invitationId) {
        core.journal().write(actor, changes -> {
            changes.seq();
            Invitation invitation = store.findInvitation(invitationId)
                    .orElseThrow(() -> new NotFound("没有编号为 " + invitationId + " 的邀请"));
            Campaign campaign = campaigns.existing(invitation.campaignId());
            AccessPolicy.require(actor, Action.MODERATE_COLLECTION, campaign.divisionCode());
            store.revoke(changes, invitationId);
            store.collectorsOf(invitationId).forEach(account -> core.apiKeys().revokeAll(changes, account));
            note(changes, "revoke", campaign.id(), "收回邀请“" + invitation.label() + "”");
            return true;
        });
    }

    /**
     * Takes up an invitation. From the same telephone again, the same collector gets a new token and the old one ends: an answer
     * that got lost on its way costs nothing, and after a new invitation what waits in the telephone can still be sent.
     *
     * @throws NotFound when the code is wrong, used up, revoked or too late; which of these is not said
     */
    public Pass join(JoinRequest request) {
        String code = request.code().strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return core.journal().write(Actor.PUBLIC, changes -> {
            changes.seq();
            Invitation invitation = store.findInvitation(Sha256.hex(code))
                    .filter(found -> found.holds(changes.at()))
                    .orElseThrow(Passes::wrongCode);
            Campaign campaign = campaigns.existing(invitation.campaignId());
            if (!isRunning(campaign, changes.at())) {
                throw wrongCode();
            }
            Account account = collector(changes, invitation, campaign, request);
            Instant end = endOf(campaign);
            String token = core.apiKeys().issue(changes, account, "采集", end).secret();
            return new Pass(token, account.displayName(), campaign, end);
        });
    }

    private Account collector(ChangeSet changes, Invitation invitation, Campaign campaign, JoinRequest request) {
        Optional<CampaignStore.Known> known = store.collectorOf(campaign.id(), request.device());
        boolean again =
                known.filter(one -> one.invitationId() == invitation.id()).isPresent();
        if (!again && !store.use(invitation.id())) {
            throw wrongCode();
        }
        if (known.isPresent()) {
            store.move(known.get(), invitation.id());
            core.apiKeys().revokeAll(changes, known.get().accountId());
            return core.accounts()
                    .find(known.get().accountId())
                    .filter(account -> !account.disabled())
                    .orElseThrow(Passes::wrongCode);
        }
        Account account = core.accounts()
                .enrol(changes, Role.COLLECTOR, request.name(), new DivisionCode(campaign.divisionCode()).prefix());
        store.insertCollector(changes, account.id(), invitation, request);
        return account;
    }

    /** Until the end of the campaign's last day. */
    static Instant endOf(Campaign campaign) {
        return campaign.endsOn().plusDays(1).atStartOfDay(Campaigns.CHINA).toInstant();
    }

    static boolean isRunning(Campaign campaign, Instant now) {
        return !campaign.closed() && now.isBefore(endOf(campaign));
    }

    private static void requireRunning(Campaign campaign, Instant now) {
        if (!isRunning(campaign, now)) {
            throw refused("采集活动已结束");
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private void note(ChangeSet changes, String action, long campaign, String words) {
        changes.saved(RecordKind.CAMPAIGN, campaign, Optional.empty());
        core.audit()
                .append(
                        changes,
                        action,
                        RecordKind.CAMPAIGN,
                        campaign,
                        new AuditLog.Content(Optional.empty(), Optional.empty(), Optional.of(words)));
    }

    private static NotFound wrongCode() {
        return new NotFound("邀请码不对、已用完或已过期，请向村里的工作人员再要一个");
    }

    private static Refused refused(String fault) {
        return new Refused(List.of(fault));
    }
}
