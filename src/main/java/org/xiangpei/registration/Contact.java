package org.xiangpei.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The person who registers an organisation and becomes its first administrator.
 *
 * @param login in lower case
 */
@Embeddable
public record Contact(@Column(name = "contact_name") String name, String email, String phone, String login) {}
