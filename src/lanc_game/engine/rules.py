"""The numbers of the rules. A scenario may set any of them; these are the defaults.

Shares and chances are in thousandths unless a name says percent. Men are men; one supply feeds ten men for a month; one
arm is a rifle with its cartridges.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Every number the phases use, in one place, by the name of what it does."""

    # --- cadres
    cadres_least: int = 2  # a side in play can always do this much
    cadres_most: int = 9  # and never more than this
    council_levels_per_cadre: int = 6
    commissar_base: int = 300  # regulars a movement can officer with no council at all
    commissar_per_level: int = 260  # and for each level of each council

    # --- moving
    crossing_loss: int = 30  # share of losses in a chance meeting on a road
    cordon_loss: int = 160  # lost by men who leave a cordon other than by its weak side

    # --- fighting
    battle_loss: int = 70  # losses on even terms, share of the men engaged
    battle_loss_least: int = 12
    battle_loss_most: int = 450
    battle_spread: int = 18  # percent of luck on a side's strength
    victory_margin: int = 1080  # winner's strength over the loser's, in thousandths
    surprise: int = 1350  # of men who strike from hiding
    hold_bonus: int = 1250
    mountain_defence: int = 1500
    hills_defence: int = 1200
    town_defence: int = 1450  # garrisons behind walls, defending the towns
    unsupplied: int = 700
    mob_past: int = 6000  # men of one side in one fight beyond which numbers count half
    captured_share: int = 450  # of the beaten who cannot get away
    captured_arms: int = 650  # of the fallen and taken, their rifles
    short_of_cartridges: int = 880  # of the strength of a side whose stores cannot cover a fight
    ammunition_men: int = 14  # men engaged to a rifle's worth of cartridges spent
    evade_mountain: int = 650  # of the losses in open country, what men escape who don't stand and hold
    evade_hills: int = 450
    evade_plain: int = 200
    pursuit: int = 60  # extra loss of a beaten side that gets away

    # --- raids and sabotage
    raid_base: int = 70
    raid_per_garrison: int = 40  # arms on the road for each thousand occupiers
    raid_worth: int = 18  # for a port, oil or a mine
    raid_per_raider: int = 750
    raid_loss: int = 30
    raid_alert: int = 150  # further losses for each hundred of heat
    raid_men_most: int = 350  # more raiders than this bring no more
    raid_standing: int = 1
    road_cut_months: int = 3
    wire_cut_months: int = 2
    wires_per_staff: int = 3  # towns without telegraph that cost an occupier or a government one of its staff
    mine_idle_months: int = 3
    sabotage_loss: int = 45
    deed_heat: int = 100
    sabotage_heat: int = 60
    heat_keep: int = 620  # of last month's heat
    deed_reach: int = 2  # links over which a deed is heard of
    deed_memory: int = 36  # heat that still counts as a recent deed

    # --- hiding and finding
    discovery: int = 130
    discovery_feud: int = 14  # for each feud
    discovery_fear: int = 120  # at full fear
    discovery_unfriendly: int = 160  # where nobody is for the hidden
    discovery_informers: int = 120
    discovery_mountain: int = 520
    discovery_hills: int = 850
    discovery_plain: int = 1250
    discovery_most: int = 550
    sweep_men: int = 900  # columns that can comb a whole region
    sweep_fear: int = 60
    sweep_council: int = 330  # chance that a sweep breaks a council of two or three
    offensive_edge: int = 1300
    offensive_discovery: int = 1600
    offensive_council: int = 550
    offensive_supply: int = 60
    calloff_standing: int = 2
    disperse_council: int = 1
    disperse_loss: int = 100
    disperse_stores: int = 12  # supplies for each hundred men

    # --- deeds
    agitate_gain: int = 95  # of the uncommitted
    agitate_reach: int = 500  # strength where there is no man and no council of ours
    rival_pull: int = 30  # of each rival's sympathy
    council_pull: int = 16  # won from the uncommitted monthly, each level
    organise_sympathy: int = 90  # needed for each level
    reconcile_months: int = 2
    reconcile_sympathy: int = 35
    recruit_pool: int = 75  # of the people could bear arms
    recruit_share: int = 120  # of the willing, an order
    own_rifles: int = 450  # of those who join bands bring a rifle of their own
    recruit_feud: int = 40  # fewer for each feud
    volunteer_arms: int = 500  # of the rifles in store that men who come on their own may take, monthly
    volunteer_share: int = 30  # of the willing, monthly, where a council works
    form_least: int = 120
    form_supplies: int = 8  # for each hundred men
    militia_share: int = 110
    militia_arms: int = 300
    levy_share: int = 26
    levy_least: int = 40
    levy_sympathy: int = 15
    concede_fear: int = 140
    concede_sympathy: int = 30  # won by a government; an occupier wins quiet only
    concede_supplies: int = 25
    bribe_supplies: int = 20
    bribe_months: int = 4

    # --- the land
    harvest_per_thousand: int = 9  # supplies from a thousand people in each of three months
    grain_bonus: int = 2200
    grain_keep: int = 930
    council_tithe: int = 70  # of the grain, each council level
    country_tithe: int = 60
    requisition_light: int = 60
    requisition_heavy: int = 140
    requisition_fear: int = 18
    requisition_anger: int = 7  # sympathy that heavy requisition drives to each enemy who has a council there
    requisition_resist: int = 220  # less for each council level of a movement
    stores_least: int = 100  # supplies that any side can keep
    stores_months: int = 4  # and months of food for its men
    stores_spoil: int = 300  # of what is beyond that, monthly
    winter_loss: int = 22
    hunger_loss: int = 90
    wear: int = 8
    hidden_hunger: int = 40

    # --- people
    fear_keep: int = 750
    fear_silence: int = 40  # sympathy that goes quiet at full fear
    scar_heals: int = 500
    reprisal_heat: int = 90  # heat at which an occupier strikes back
    reprisal_fear_measured: int = 110
    reprisal_fear_harsh: int = 230
    reprisal_blame: int = 60  # sympathy that shifts
    reprisal_homeless: int = 1  # men burned out, for each thousand people
    presence_pull: int = 4  # won monthly by open men who hold the country
    news_standing: int = 1
    standing_keep: int = 880
    council_neglect: int = 60  # chance that a council with nobody near loses a level

    # --- treaties
    letter_months: int = 2  # a proposal binds its writer so long
    danger_most: int = 20  # what a common enemy can weigh in an answer
    danger_strength: int = 700  # strength of a common enemy's columns to a point of it
    at_war_with_us: int = 10  # what shooting at each other takes from an answer
    stakes_spread: int = 50  # percent by which a question can matter less or more to a side than its prices say
    blood_per_strain: int = 6  # strain to a point of bad blood in an answer
    trust_most: int = 12  # what breaches and incidents of the other side can take from an answer
    strain_blank: int = 3  # monthly, for each clause left blank
    strain_incident: int = 2  # for each region of the other's council where a partner did a deed alone
    strain_rivalry: int = 1  # while one has half as many men again as the other
    strain_end: int = 5  # while no common enemy is left
    strain_joint: int = 3  # eased in a month in which both struck
    strain_together: int = 6  # eased by a fight in one line
    strain_refused: int = 6  # by a letter refused without a better offer
    strain_away: int = 8  # for staying away from a joint operation
    strain_contact: int = 2  # eased monthly by talking to each other
    strain_fades: int = 1  # monthly, between sides whom no cause pulls apart
    strain_after: int = 70  # what is left between two sides after a treaty was broken
    strain_hostile: int = 30  # above it a truce without a treaty may end; each point adds to the chance
    strain_war: int = 40  # above it rivals may begin to shoot
    strain_tears: int = 55  # above it a treaty may tear
    strain_slope: int = 45  # monthly chance for each point above
    blank_due: int = 1500  # of the price of what was left blank, once no common enemy is left
    pretext_strain: int = 40  # a pretext takes at least so much strain
    stigma_openly: int = 12
    stigma_pretext: int = 6
    stigma_ambush: int = 30
    leak: int = 180  # monthly chance that a secret treaty comes out
    price_per_pull: int = 8  # price of a clause in force to a monthly point of loyalty, grievance or displeasure

    # --- wings, patrons, promises, mandates
    court_loyalty: int = 7
    court_grievance: int = 5
    court_goodwill: int = 14
    court_sting: int = 2  # grievance that a rival's courting stirs
    grievance_fades: int = 1
    goodwill_fades: int = 1
    goodwill_wins: int = 45  # a wing that leaves goes to whoever has courted it so far
    walk_chance: int = 80  # monthly, of a wing whose grievance outweighs its loyalty
    walk_slope: int = 20  # and for each point by which it does
    new_house_loyalty: int = 70
    purge_grievance: int = 30
    purge_standing: int = 4
    purge_fear: int = 60
    purge_feuds: int = 1
    fought_beside_loyalty: int = 2  # of the wings of both sides that fought in one line
    appeal_regard: int = 5  # what asking costs
    appeal_least: int = 35  # regard below which an appeal is turned down
    appeal_arms: int = 120  # at full regard
    appeal_supplies: int = 50
    season_months: int = 3
    mandates_offered: int = 3
    passed_over: int = 2  # grievance or regard of those whose mandate was not taken up
    rumours_kept: int = 3  # months
    rumour_chance: int = 300  # that what is true gets about
    rumour_false: int = 60  # that something untrue does

    # --- seeing
    glimpse: int = 30  # percent of error next door


"""The default numbers are tuned by `lanc simulate`; see docs/balance.md for what each run showed."""
