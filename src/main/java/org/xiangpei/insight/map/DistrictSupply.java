package org.xiangpei.insight.map;

/**
 * What is made in one place.
 *
 * @param place code of a district, or of a city for firms whose district the catalogue does not have
 * @param firms with at least one product listed on the day
 */
public record DistrictSupply(String place, long firms, long products) {}
