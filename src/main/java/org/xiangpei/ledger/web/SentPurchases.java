package org.xiangpei.ledger.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.xiangpei.identity.Actor;
import org.xiangpei.ledger.Channel;
import org.xiangpei.ledger.IdempotentAnswers;
import org.xiangpei.ledger.PurchaseImport;
import org.xiangpei.shared.Fingerprint;
import org.xiangpei.shared.tabular.RowErrors;
import org.xiangpei.shared.tabular.Sheet;

/** Purchases that a program sends, in a file or in JSON; the same request sent again is answered the same and recorded once. */
@ApplicationScoped
class SentPurchases {

    static final String KEY = "Idempotency-Key";

    private final PurchaseImport purchases;
    private final IdempotentAnswers answers;
    private final ObjectMapper json;

    SentPurchases(PurchaseImport purchases, IdempotentAnswers answers, ObjectMapper json) {
        this.purchases = purchases;
        this.answers = answers;
        this.json = json;
    }

    PurchaseImportResponse preview(Actor actor, List<Sheet> sheets, RowErrors errors) {
        return PurchaseImportResponse.previewed(purchases.preview(actor, sheets, errors));
    }

    PurchaseImportResponse apply(
            Actor actor, Channel channel, @Nullable String key, List<Sheet> sheets, RowErrors errors) {
        String digest =
                new Fingerprint().add(channel.code()).add(sheets.toString()).hex();
        return read(answers.once(
                actor,
                key,
                digest,
                () -> written(PurchaseImportResponse.applied(purchases.apply(actor, channel, sheets, errors)))));
    }

    private String written(PurchaseImportResponse answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Numbers and texts can always be written", e);
        }
    }

    private PurchaseImportResponse read(String answer) {
        try {
            return json.readValue(answer, PurchaseImportResponse.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was answered: " + answer, e);
        }
    }
}
