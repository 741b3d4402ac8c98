package org.xiangpei.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.xiangpei.shared.NotFound;

/** The organisations in whose name people act. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<Organization, String> {

    /** @throws NotFound when there is no such organisation */
    public Organization get(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("单位 " + code));
    }

    public Optional<Organization> findByUscc(String uscc) {
        return find("uscc", uscc).firstResultOptional();
    }

    /** The organisation that is this firm of the catalogue. */
    public Optional<Organization> findByFirm(String firmCode) {
        return find("firmCode", firmCode).firstResultOptional();
    }

    /** From now on it is a firm of the catalogue, and its people look after that firm's products. */
    public void becomeFirm(Organization organization, String firmCode) {
        organization.becomeFirm(firmCode);
    }

    /** A code that no organisation has had. */
    String nextCode() {
        Number number = (Number) getEntityManager()
                .createNativeQuery("select nextval('organization_number')")
                .getSingleResult();
        return "U%06d".formatted(number.longValue());
    }
}
