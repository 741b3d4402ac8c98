package org.xiangpei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.PurchaseRecord.Entry;
import org.xiangpei.ledger.PurchaseRecord.Item;
import org.xiangpei.ledger.PurchaseRecord.Origin;
import org.xiangpei.ledger.PurchaseRecord.Supply;
import org.xiangpei.shared.Buyer;
import org.xiangpei.shared.Money;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.Provenance;
import org.xiangpei.shared.RuleViolation;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;
import org.xiangpei.shared.tabular.TabularFiles;

/** Single purchases: what awards append, and what is corrected or withdrawn. A fact is never changed; another one supersedes it, with its reason. */
@ApplicationScoped
public class PurchaseLedger {

    private static final int LONGEST_REASON = 500;

    private final PurchaseRecords records;
    private final PurchaseReading reading;
    private final TabularFiles files;
    private final PurchaseTrail trail;
    private final Clock clock;

    PurchaseLedger(
            PurchaseRecords records, PurchaseReading reading, TabularFiles files, PurchaseTrail trail, Clock clock) {
        this.records = records;
        this.reading = reading;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A purchase that somebody has decided on.
     *
     * @param number by which the buyer knows it, such as that of the award
     */
    public record Award(
            Buyer buyer, LocalDate purchasedOn, Item item, Money amount, Supply supply, String number, String source) {}

    /**
     * Appends what was awarded. Who awards has been asked for permission by then; the caller makes sure that an award is appended once.
     *
     * @return the codes of the records, in the order of the awards
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> append(Actor actor, List<Award> awards) {
        return append(actor, Channel.AWARD, awards);
    }

    /** As {@link #append(Actor, List)}, for what was bought beside an inquiry and is recorded with its outcome. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> append(Actor actor, Channel channel, List<Award> awards) {
        if (awards.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<PurchaseRecord> facts = awards.stream()
                .map(it -> new PurchaseRecord(
                        records.nextCode(),
                        it.buyer(),
                        it.purchasedOn(),
                        it.item(),
                        it.amount(),
                        it.supply(),
                        new Entry(
                                Provenance.DOCUMENTED,
                                it.source(),
                                now,
                                null,
                                new Origin(channel, it.number(), null, null, actor.login(), actor.name()))))
                .toList();
        records.append(facts);
        trail.awarded(facts);
        return facts.stream().map(PurchaseRecord::code).toList();
    }

    /**
     * All facts of one purchase, the first first.
     *
     * @throws NotFound when there is none for the actor
     */
    @Transactional
    public List<PurchaseRecord> history(Actor actor, String code) {
        List<PurchaseRecord> chain = records.chain(code);
        if (chain.isEmpty()
                || !LedgerReach.covers(
                        actor, Action.READ_PURCHASES, chain.getLast().buyer().code())) {
            throw new NotFound("采购记录 " + code + " ");
        }
        return chain;
    }

    /**
     * Says it otherwise from now on.
     *
     * @param code of any record of the chain; what is in effect is corrected
     * @param cells what is so now, as the cells of a file by the names of their columns
     * @param seen the code of the record that the person saw in effect
     * @return the code of the new record
     * @throws RuleViolation {@code invalid-rows} naming the columns that are wrong, {@code bad-correction} without a reason,
     *     {@code record-corrected} when somebody was faster or it is withdrawn
     * @throws NotFound when there is none for the actor
     */
    @Transactional
    public String correct(Actor actor, String code, String seen, Map<String, String> cells, @Nullable String reason) {
        PurchaseRecord before = inEffect(actor, code, seen);
        String why = reason(reason);
        RowErrors errors = files.newErrors();
        PurchaseRecord said = reading.typed(actor, before.buyer(), form(cells), errors);
        if (Facts.of(said).equals(Facts.of(before))) {
            throw new RuleViolation("bad-correction", "没有改动：内容与现在的记录相同。");
        }
        PurchaseRecord after = said.as(records.nextCode(), entry(actor, before, why, said.entry()));
        records.append(List.of(after));
        trail.corrected(before, after, why);
        return after.code();
    }

    /**
     * It never took place, or was recorded twice.
     *
     * @throws RuleViolation {@code bad-correction} without a reason, {@code record-corrected} when somebody was faster
     * @throws NotFound when there is none for the actor
     */
    @Transactional
    public String withdraw(Actor actor, String code, String seen, @Nullable String reason) {
        PurchaseRecord before = inEffect(actor, code, seen);
        String why = reason(reason);
        PurchaseRecord after = before.withdrawn(records.nextCode(), entry(actor, before, why, before.entry()));
        records.append(List.of(after));
        trail.corrected(before, after, why);
        return after.code();
    }

    private PurchaseRecord inEffect(Actor actor, String code, String seen) {
        records.waitForOtherWriters();
        List<PurchaseRecord> chain = records.chain(code);
        if (chain.isEmpty()
                || !LedgerReach.covers(
                        actor, Action.IMPORT_PURCHASES, chain.getLast().buyer().code())) {
            throw new NotFound("采购记录 " + code + " ");
        }
        PurchaseRecord last = chain.getLast();
        if (last.cancels()) {
            throw new RuleViolation("record-corrected", "这笔采购已经作废，不能再更正。");
        }
        if (!last.code().equals(seen)) {
            throw new RuleViolation("record-corrected", "这条记录刚刚被更正过（" + last.code() + "），请看过现在的内容再改。");
        }
        return last;
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation("bad-correction", "请写明更正的原因，例如“发票金额与合同不一致，以发票为准”。");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolation("bad-correction", "原因最多 " + LONGEST_REASON + " 字。");
        }
        return reason.strip();
    }

    private Entry entry(Actor actor, PurchaseRecord before, String reason, Entry said) {
        var origin = new Origin(Channel.HAND, said.origin().number(), null, reason, actor.login(), actor.name());
        return new Entry(before.entry().provenance(), before.entry().source(), clock.instant(), before.code(), origin);
    }

    /** The cells of a form as a table of one row, so that they are read and judged as those of a file. */
    private static Sheet form(Map<String, String> cells) {
        List<String> names = PurchaseColumns.FORM_NAMES;
        return new Sheet(
                "表单",
                "表单",
                new Sheet.Line(1, names),
                List.of(new Sheet.Line(
                        2,
                        names.stream()
                                .map(name -> cells.getOrDefault(name, "").strip())
                                .toList())));
    }
}
