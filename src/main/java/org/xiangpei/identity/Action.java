package org.xiangpei.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.xiangpei.shared.Coded;

import static java.util.stream.Collectors.toMap;
import static org.xiangpei.identity.Reach.ALL;
import static org.xiangpei.identity.Reach.CITY;
import static org.xiangpei.identity.Reach.OWN;
import static org.xiangpei.identity.Role.ADMINISTRATOR;
import static org.xiangpei.identity.Role.ANYONE;
import static org.xiangpei.identity.Role.BUREAU;
import static org.xiangpei.identity.Role.BUYER;
import static org.xiangpei.identity.Role.ENTERING;
import static org.xiangpei.identity.Role.MEMBER;
import static org.xiangpei.identity.Role.OPERATOR;
import static org.xiangpei.identity.Role.SUPPLIER;

/**
 * The table of permissions (权限表, design rule 7): who may do what, and how far. Every page and endpoint names its action with
 * {@link Needs}; one without is refused. What is not granted here is denied.
 */
public enum Action implements Coded {
    /** Find and read recognised products and firms. */
    READ_CATALOGUE(grant(ANYONE, ALL)),
    /** Ask for candidates of a requirement that is not kept. */
    MATCH(grant(ANYONE, ALL)),
    /** Read the published figures of the rate. */
    READ_RATE(grant(ANYONE, ALL)),
    /** Set what the rate of the own city, and of the region, is to reach. */
    SET_TARGETS(grant(BUREAU, CITY)),
    /** Read what the bureaus have released. */
    READ_RELEASED(grant(ANYONE, ALL)),
    /** Release figures of the own city; propose those of the region, agree to them, decline and withdraw them. */
    RELEASE_FIGURES(grant(BUREAU, CITY)),
    /** Make, schedule and read the bureaus' reports: make those of the region and of the own city, read all. */
    KEEP_REPORTS(grant(BUREAU, CITY)),
    /** Read the gaps and the chains; of few lines only what is lacking. */
    READ_GAPS(grant(ANYONE, ALL)),
    /** See how much is behind a gap of few lines, take gaps in hand, draw firms' attention to them. A gap is the region's. */
    FOLLOW_GAPS(grant(BUREAU, ALL)),
    /** Take catalogue tables in; a bureau those of its own city's firms. */
    IMPORT_CATALOGUE(By.PROGRAMS_TOO, grant(BUREAU, CITY), grant(OPERATOR, ALL)),
    /** Record purchases, correct and withdraw them; a buyer those of its own organisation. */
    IMPORT_PURCHASES(By.PROGRAMS_TOO, grant(BUYER, OWN), grant(OPERATOR, ALL)),
    /** Read purchase records one by one, with what became of each. */
    READ_PURCHASES(grant(BUYER, OWN), grant(OPERATOR, ALL)),

    /** Sign in, ask for a new password, use a one-time link. */
    SIGN_IN(grant(ANYONE, ALL)),
    /** Choose a new password, give the second factor, sign out. */
    COMPLETE_SIGN_IN(grant(ENTERING, ALL)),
    /** Register an organisation and follow that by its receipt. */
    REGISTER(grant(ANYONE, ALL)),
    /** The own desk, password, sessions, second factor, tokens and notices. */
    USE_OWN_ACCOUNT(grant(MEMBER, OWN)),
    /** Invite, change and remove the people of an organisation. */
    MANAGE_MEMBERS(grant(ADMINISTRATOR, OWN), grant(OPERATOR, ALL)),
    /** Approve, return or reject the registration of an organisation. */
    VET_REGISTRATIONS(grant(BUREAU, CITY), grant(OPERATOR, ALL)),
    /** File the own products for recognition, and follow that. */
    FILE_PRODUCTS(grant(SUPPLIER, OWN)),
    /** Read what was filed: a bureau that of its own city's firms, and of all others once it is put to all three. */
    READ_FILINGS(grant(BUREAU, CITY), grant(OPERATOR, ALL)),
    /** Answer a filing for the own city. */
    ANSWER_FILINGS(grant(BUREAU, CITY)),
    /** Convene a joint session when it is the own city's turn, speak and decide in it. */
    HOLD_SESSION(grant(BUREAU, CITY)),
    /** Suspend the recognition of a product of the own city's firms, and end that. */
    SUSPEND_PRODUCTS(grant(BUREAU, CITY)),
    /** Write, publish, change and end the requirements of the own organisation. */
    KEEP_REQUIREMENTS(grant(BUYER, OWN)),
    /** Read the published requirements that are open to the own firm, and answer what its products have not stated. */
    SEE_PUBLISHED_REQUIREMENTS(grant(SUPPLIER, OWN)),
    /** Read what the own products lack for open requirements; a bureau, summed, what its city's products lack. */
    SEE_NEAR_MISSES(grant(SUPPLIER, OWN), grant(BUREAU, CITY)),
    /** Read which open lines may lose their only supplier: a buyer the own ones, a bureau the products of its city. */
    SEE_SUPPLY_RISKS(grant(BUYER, OWN), grant(BUREAU, CITY)),
    /** Ask suppliers for quotations in the name of the own organisation, answer their questions, extend and cancel. */
    KEEP_INQUIRIES(grant(BUYER, OWN)),
    /** Read what one is asked to quote for; who is invited, also without an account, is asked for each inquiry. */
    ANSWER_INQUIRIES(grant(ANYONE, ALL)),
    /** Open the quotations of the own organisation's inquiries after their deadline, with as many colleagues as it takes. */
    OPEN_QUOTATIONS(grant(BUYER, OWN)),
    /** Compare quotations, decide what becomes of every line, and record what was bought elsewhere. */
    AWARD(grant(BUYER, OWN)),
    /** See what of the own awards waits: deliveries, acceptances, ratings, answers. */
    FOLLOW_PURCHASES(grant(BUYER, OWN), grant(SUPPLIER, OWN)),
    /** Read the records of firms: a buyer those of all, a supplier its own. They rank nothing. */
    SEE_TRACK_RECORDS(grant(BUYER, ALL), grant(SUPPLIER, OWN)),
    /** Read what is worth a second look in opened inquiries: a bureau those of its city's buyers, an administrator the own ones. */
    SEE_SIGNALS(grant(BUREAU, CITY), grant(ADMINISTRATOR, OWN)),
    /** Explain what signals say of the own organisation. */
    EXPLAIN_SIGNALS(grant(BUYER, OWN), grant(ADMINISTRATOR, OWN)),
    /** Open the revocation of a product of the own city's firms. */
    REVOKE_PRODUCTS(grant(BUREAU, CITY)),
    /** State the own case before a product is revoked. */
    ANSWER_REVOCATIONS(grant(SUPPLIER, OWN)),
    /** Read, export and check the audit trail. */
    READ_AUDIT(By.PROGRAMS_TOO, grant(BUREAU, CITY), grant(OPERATOR, ALL));

    @SuppressWarnings("ImmutableEnumChecker") // never changed once made
    private final Map<Role, Reach> grants;

    private final By by;

    Action(Grant... grants) {
        this(By.PEOPLE, grants);
    }

    Action(By by, Grant... grants) {
        this.by = by;
        this.grants = Stream.of(grants)
                .collect(toMap(Grant::role, Grant::reach, (one, other) -> one, () -> new EnumMap<>(Role.class)));
    }

    /** Who does it: what has an endpoint under {@code /api} that is not open to everybody, programs do too, with an access token. */
    private enum By {
        PEOPLE,
        PROGRAMS_TOO
    }

    private record Grant(Role role, Reach reach) {}

    private static Grant grant(Role role, Reach reach) {
        return new Grant(role, reach);
    }

    /** How far this goes for one role by itself; empty when it may not at all. */
    public Optional<Reach> grantedTo(Role role) {
        return Optional.ofNullable(grants.get(role));
    }

    /** Whether an access token can be made for it. */
    public boolean isForPrograms() {
        return by == By.PROGRAMS_TOO;
    }

    /** The widest reach that one of the roles has. */
    Optional<Reach> grantedTo(Set<Role> roles) {
        return roles.stream().flatMap(role -> grantedTo(role).stream()).max(Reach::compareTo);
    }
}
