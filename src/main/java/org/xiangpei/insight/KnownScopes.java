package org.xiangpei.insight;

import jakarta.enterprise.context.ApplicationScoped;

import org.xiangpei.catalog.Categories;
import org.xiangpei.insight.chain.ChainNames;
import org.xiangpei.ledger.PurchaseFigures;
import org.xiangpei.ledger.Scope;
import org.xiangpei.shared.RuleViolation;

/** Refuses a scope that names what does not exist: a misspelt code would answer with zeros that look like a finding. */
@ApplicationScoped
public class KnownScopes {

    private final Categories categories;
    private final PurchaseFigures purchases;
    private final CoverageFigures coverage;
    private final ChainNames chains;

    KnownScopes(Categories categories, PurchaseFigures purchases, CoverageFigures coverage, ChainNames chains) {
        this.categories = categories;
        this.purchases = purchases;
        this.coverage = coverage;
        this.chains = chains;
    }

    /**
     * The scope by the names of today: an address with a name that a chain had leads to the same figures. What belongs to no chain can be asked
     * for as if it were one.
     *
     * @throws RuleViolation as {@link #require}
     */
    Scope named(Scope scope) {
        String chain = scope.chain();
        if (PurchaseFigures.OUTSIDE_CHAIN.equals(chain)) {
            require(scope.ofChain(null));
            return scope;
        }
        Scope named = chain == null ? scope : scope.ofChain(chains.find(chain).orElse(chain));
        require(named);
        return named;
    }

    /** @throws RuleViolation {@code bad-request} naming the part that is not known */
    public void require(Scope scope) {
        String category = scope.category();
        if (category != null && categories.findByIdOptional(category).isEmpty()) {
            refuse("category", category, "目录里的品类代码，例如 elevator");
        }
        String chain = scope.chain();
        if (chain != null && categories.count("details.chain", chain) == 0) {
            refuse("chain", chain, "目录里的产业链名称，例如 工程机械");
        }
        String buyer = scope.buyer();
        if (buyer != null && !knowsBuyer(buyer)) {
            refuse("buyer", buyer, "台账里的采购单位代码，例如 B001");
        }
    }

    private boolean knowsBuyer(String buyer) {
        return purchases.knowsBuyer(buyer) || coverage.knowsBuyer(buyer);
    }

    private static void refuse(String parameter, String value, String expected) {
        throw new RuleViolation("bad-request", "没有 %s=%s；应为%s".formatted(parameter, value, expected));
    }
}
