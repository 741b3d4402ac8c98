package org.xiangpei.requirement.bill;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Organizations;
import org.xiangpei.identity.Role;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.requirement.intake.CatalogueWords;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

/**
 * Reads bills piece by piece, each piece in a transaction of its own that locks the bill: when the process is killed, the piece that it
 * was at is read again, and any number of instances never read one twice.
 */
@ApplicationScoped
public class BillReading {

    private final BillRepository bills;
    private final BillSheets sheets;
    private final BillRows rows;
    private final BillRemarks remarks;
    private final CatalogueWords words;
    private final Requirements requirements;
    private final BillTrail trail;
    private final Organizations organizations;
    private final EntityManager entities;
    private final BillConfig config;
    private final Clock clock;

    BillReading(
            BillRepository bills,
            BillSheets sheets,
            BillRows rows,
            BillRemarks remarks,
            CatalogueWords words,
            Requirements requirements,
            BillTrail trail,
            Organizations organizations,
            EntityManager entities,
            BillConfig config,
            Clock clock) {
        this.bills = bills;
        this.sheets = sheets;
        this.rows = rows;
        this.remarks = remarks;
        this.words = words;
        this.requirements = requirements;
        this.trail = trail;
        this.organizations = organizations;
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    /** Reads the next piece of the bill that has waited longest. @return whether there was one */
    public boolean readPiece() {
        var at = new AtomicReference<@Nullable String>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Bill> next = bills.findToRead();
                next.ifPresent(bill -> {
                    at.set(bill.code());
                    read(bill);
                });
                return next.isPresent();
            });
        } catch (RuleViolation refused) {
            return end(at.get(), bill -> bill.fail(refused.detail(), clock.instant()));
        } catch (NotFound gone) {
            return end(at.get(), bill -> bill.fail("这份清单的需求草稿已被删除，没有再写入。", clock.instant()));
        } catch (RuntimeException failure) {
            Log.errorf(failure, "A piece of the bill %s could not be read", at.get());
            return end(at.get(), bill -> bill.stumble(clock.instant()));
        }
    }

    /** What becomes of a bill whose piece was rolled back. */
    private boolean end(@Nullable String code, Consumer<Bill> how) {
        if (code != null) {
            QuarkusTransaction.requiringNew().run(() -> bills.findByIdOptional(code)
                    .filter(bill -> bill.state().isWaiting())
                    .ifPresent(bill -> {
                        BillState before = bill.state();
                        how.accept(bill);
                        told(bill, before);
                    }));
        }
        return code != null;
    }

    private void read(Bill bill) {
        List<BillRow> waiting = rows.waiting(bill, config.piece());
        var piece = new PieceOfBill(sheets.of(bill), words.load());
        waiting.forEach(piece::read);
        int first = write(bill, piece.contents());
        int unmatched = piece.settle(first);
        bill.advance(waiting.size(), new Bill.Piece(piece.contents().size(), unmatched, piece.skipped()));
        remarks.add(bill, piece.remarks());
        if (bill.done() >= bill.total()) {
            entities.flush();
            rows.deleteRead(bill);
            bill.end(clock.instant());
            told(bill, BillState.READING);
        }
    }

    private void told(Bill bill, BillState before) {
        if (bill.state() == BillState.READ) {
            trail.moved("end_bill", bill, before);
        } else if (bill.state() == BillState.FAILED) {
            trail.moved("fail_bill", bill, before);
        }
    }

    /** @return the number that the first of them got */
    private int write(Bill bill, List<KeptLine.Content> contents) {
        if (contents.isEmpty()) {
            return 0;
        }
        Actor actor = actor(bill);
        if (bill.requirement().isEmpty()) {
            bill.draftedAs(requirements.draft(actor, bill.title(), contents).code());
        } else {
            requirements.append(actor, bill.requirement().get(), contents);
        }
        entities.flush();
        int highest = entities.createQuery("select max(number) from KeptLine where requirement = ?1", Integer.class)
                .setParameter(1, bill.requirement().orElseThrow())
                .getSingleResult();
        return highest - contents.size() + 1;
    }

    /** Who uploaded it, as a buyer of the organisation, also when somebody else has been given the account since. */
    private Actor actor(Bill bill) {
        Organization organization = organizations.get(bill.organizationCode());
        return Actor.member(
                bill.uploadedByLogin(),
                bill.uploadedByName(),
                organization.code(),
                organization.name(),
                organization.city(),
                Set.of(Role.BUYER));
    }
}
