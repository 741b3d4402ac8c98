package org.xiangpei.matching;

import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.xiangpei.requirement.PostedLine;

/** What posted lines were covered by. Facts are appended; the database itself refuses to change or delete one. */
@ApplicationScoped
public class LineCoverages {

    private final Session session;

    LineCoverages(Session session) {
        this.session = session;
    }

    /** The lines that nobody matched yet, in the order in which they were posted. */
    @Transactional
    public List<PostedLine> unmatched() {
        return session.createNativeQuery("""
                        select line.* from requirement_line line
                        where not exists (select from line_coverage found where found.line_code = line.code)
                        order by line.posted_on, line.code
                        """, PostedLine.class).getResultList();
    }

    /** Appends the facts; one that another instance recorded in the meantime stays, one of a line that has gone is left out. */
    @Transactional
    public void append(List<LineCoverage> facts) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into line_coverage (line_code, as_of, coverage, best_product_code, recorded_at)
                    select line.code, ?, ?, ?, ? from requirement_line line where line.code = ? for key share
                    on conflict do nothing
                    """)) {
                for (LineCoverage fact : facts) {
                    insert.setObject(1, fact.asOf());
                    insert.setString(2, fact.coverage().name());
                    insert.setString(3, fact.bestProduct());
                    insert.setObject(4, fact.recordedAt().atOffset(ZoneOffset.UTC));
                    insert.setString(5, fact.lineCode());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }
}
