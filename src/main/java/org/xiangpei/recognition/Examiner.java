package org.xiangpei.recognition;

import org.xiangpei.shared.City;

/**
 * Who answers for a city.
 *
 * @param organization the code of the bureau
 */
public record Examiner(Person person, City city, String organization) {}
