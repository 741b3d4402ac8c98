package org.xiangpei.ledger;

import org.xiangpei.shared.City;
import org.xiangpei.shared.Money;

/** Money that buyers of one city spent on what another, or their own, produced (资金流向). */
public record CityFlow(City buyerCity, City productionCity, Money amount, long records) {}
