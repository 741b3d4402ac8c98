package org.xiangpei.ledger;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.OrganizationKind;
import org.xiangpei.identity.Organizations;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.BuyerKind;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.ColumnGuesser.Target;
import org.xiangpei.shared.tabular.Columns;
import org.xiangpei.shared.tabular.Row;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** Reads tables as purchases of whoever may record them, and checks them against the ledger. Records nothing. */
@ApplicationScoped
class PurchaseReading {

    private final PurchaseRecords ledger;
    private final KnownCodesSource codes;
    private final Organizations organizations;
    private final Clock clock;

    PurchaseReading(PurchaseRecords ledger, KnownCodesSource codes, Organizations organizations, Clock clock) {
        this.ledger = ledger;
        this.codes = codes;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Under the headings of the contract. The operator's rows have the ledger's codes; those of a buyer are numbered by the ledger.
     *
     * @throws NotFound for who may not record purchases
     */
    PurchaseFile contract(Actor actor, Channel channel, String importCode, Sheet sheet, RowErrors errors) {
        Optional<Buyer> own = own(actor);
        Columns columns = own.isPresent() ? PurchaseColumns.OWN : PurchaseColumns.UPLOAD;
        var how = new Uploading(
                actor,
                own,
                channel,
                importCode,
                own.isPresent() ? Uploading.Codes.OURS : Uploading.Codes.GIVEN,
                Uploading.Words.KNOWN,
                clock.instant(),
                clock.getZone());
        return read(columns.rows(sheet, errors), how, UploadSteps.UNTOLD);
    }

    /** Under columns of which somebody has said what they hold. */
    PurchaseFile mapped(
            Actor actor,
            String importCode,
            Sheet sheet,
            Map<String, Integer> columns,
            RowErrors errors,
            UploadSteps steps) {
        var there = new HashMap<>(columns);
        there.values().removeIf(position -> position == PurchaseTargets.ABSENT);
        var how = new Uploading(
                actor,
                own(actor),
                Channel.FILE,
                importCode,
                Uploading.Codes.OURS,
                Uploading.Words.ANY,
                clock.instant(),
                clock.getZone());
        return read(Columns.rows(sheet, there, errors), how, steps);
    }

    /** The one row of a form, of a buyer. */
    PurchaseRecord typed(Actor actor, Buyer buyer, Sheet form, RowErrors errors) {
        var how = new Uploading(
                actor,
                Optional.of(buyer),
                Channel.HAND,
                null,
                Uploading.Codes.OURS,
                Uploading.Words.KNOWN,
                clock.instant(),
                clock.getZone());
        Row row = PurchaseColumns.FORM.rows(form, errors).getFirst();
        PurchaseRecord record = new PurchaseRow(row, codes.read()).uploaded(how);
        if (!errors.isEmpty()) {
            throw new RuleViolation("invalid-rows", "有 " + errors.total() + " 项填得不对，见各项下面的说明。", errors.list());
        }
        return record;
    }

    /** What the columns of the actor's files may hold. */
    List<Target> targets(Actor actor) {
        return PurchaseTargets.of(
                codes.read(), LedgerReach.buyer(actor, Action.IMPORT_PURCHASES).isPresent());
    }

    private PurchaseFile read(List<Row> rows, Uploading how, UploadSteps steps) {
        KnownCodes known = codes.read();
        var file = new PurchaseFile(rows, row -> new PurchaseRow(row, known).uploaded(how), steps);
        if (how.codes() == Uploading.Codes.OURS) {
            file.checkOwn(ledger);
        } else {
            file.check(ledger);
        }
        return file;
    }

    /** The organisation whose purchases alone the actor may record; empty for who may record everybody's. */
    private Optional<Buyer> own(Actor actor) {
        return LedgerReach.buyer(actor, Action.IMPORT_PURCHASES).map(code -> buyer(organizations.get(code)));
    }

    private static Buyer buyer(Organization organization) {
        return new Buyer(
                organization.code(),
                organization.name(),
                organization.kind() == OrganizationKind.FIRM ? BuyerKind.MANUFACTURER : BuyerKind.PUBLIC_BODY,
                organization.city().orElseThrow(() -> new RuleViolation("bad-request", "本单位没有登记所在市，不能登记采购。请联系运维。")));
    }

    /** @throws RuleViolation {@code file-empty} or {@code file-format} unless exactly one table has rows */
    static Sheet only(List<Sheet> sheets) {
        List<Sheet> filled = sheets.stream().filter(it -> !it.lines().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new RuleViolation("file-empty", "文件里没有采购记录。第一行应为列名，其下每行一条记录。");
        }
        if (filled.size() > 1) {
            throw new RuleViolation("file-format", "文件里有 " + filled.size() + " 张表；请只留采购台账这一张。");
        }
        return filled.getFirst();
    }
}
