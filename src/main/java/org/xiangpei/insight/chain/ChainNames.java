package org.xiangpei.insight.chain;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Names of chains: they are whatever the catalogue calls them now; one that it called otherwise before is still understood. */
@ApplicationScoped
public class ChainNames {

    private final Session session;

    ChainNames(Session session) {
        this.session = session;
    }

    /** The chains of the catalogue. */
    @Transactional
    public List<String> list() {
        return session.createNativeQuery("select distinct chain from category order by chain", String.class)
                .getResultList();
    }

    /** What a chain is called now: itself, or the chain to which most categories went that were once in a chain of that name. */
    @Transactional
    public Optional<String> find(String name) {
        return session.createNativeQuery("""
                        select chain from (
                            select chain, 0 as rank, count(*) as categories from category where chain = :name group by chain
                            union all
                            select category.chain, 1, count(*) from known_chain_name known
                            join category on category.code = known.category_code
                            where known.chain = :name group by category.chain) named
                        order by rank, categories desc, chain limit 1""", String.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
