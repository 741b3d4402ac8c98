package org.xiangpei.recognition;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.xiangpei.shared.City;

/**
 * Who files.
 *
 * @param organizationCode the organisation whose people file; it need not be in the catalogue yet
 * @param homeCity where it is registered: that city's bureau examines first
 */
@Embeddable
public record Applicant(
        String organizationCode,
        @Enumerated(EnumType.STRING) City homeCity) {}
