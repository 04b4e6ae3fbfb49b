//! The constants of the model: one table from which the struct, the identifiers
//! and the checks on the evidence file are generated.
//!
//! The *values* live in `assets/evidence/parameters.ron` (defaults for any city)
//! and in the city packs (local values); this file only says which constants the
//! equations use, in which unit, and which component reads them.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// The part of the model that reads a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Component {
    /// Industrial land and its release.
    Land,
    /// Stock, construction, demolition.
    Floorspace,
    /// Density, other users, vacancy, rent and occupancy cost.
    SpaceMarket,
    /// Jobs.
    Employment,
    /// The underlying growth of jobs.
    Drift,
    /// What differs between members of an ensemble beside the parameters.
    Shocks,
    /// Value added, homes, public money.
    Accounts,
    /// Mean delays of the levers.
    Lag,
}

macro_rules! parameters {
    ($( $component:ident { $( $(#[doc = $doc:expr])+ $field:ident $variant:ident $id:literal [$unit:literal, $low:literal, $high:literal] ),+ $(,)? } )+) => {
        /// The identity of a model constant. Its text form is the id used in
        /// `assets/evidence/parameters.ron`, in packs, in scenario files and
        /// after `--assume`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ParameterId { $($( $(#[doc = $doc])+ $variant ),+),+ }

        impl ParameterId {
            /// Every parameter, in the order of the components.
            pub const ALL: &'static [Self] = &[ $($( Self::$variant ),+),+ ];

            /// The id as written in files.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($( Self::$variant => $id ),+),+ }
            }

            /// What it is, one sentence.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $($( Self::$variant => concat!($($doc),+) ),+),+ }
            }

            /// The unit in which the value is written in files and used by the equations.
            #[must_use]
            pub const fn unit(self) -> &'static str {
                match self { $($( Self::$variant => $unit ),+),+ }
            }

            /// The values with which the equations make sense, wide around any
            /// prior. An override outside is refused.
            #[must_use]
            pub const fn allowed(self) -> RangeInclusive<f64> {
                match self { $($( Self::$variant => $low..=$high ),+),+ }
            }

            /// The component of the model that reads it.
            #[must_use]
            pub const fn component(self) -> Component {
                match self { $($( Self::$variant => Component::$component ),+),+ }
            }
        }

        /// A value for every constant. `R` is one number or a lane of members.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Parameters<R> { $($( $(#[doc = $doc])+ #[doc = concat!("\n\nUnit: `", $unit, "`.")] pub $field: R ),+),+ }

        impl<R: Copy> Parameters<R> {
            /// Asks `value` for every parameter in turn.
            pub fn from_fn(mut value: impl FnMut(ParameterId) -> R) -> Self {
                Self { $($( $field: value(ParameterId::$variant) ),+),+ }
            }

            /// The same parameters in another kind of number.
            pub fn map<S: Copy>(&self, mut f: impl FnMut(R) -> S) -> Parameters<S> {
                Parameters { $($( $field: f(self.$field) ),+),+ }
            }

            /// The value of one parameter.
            #[must_use]
            pub fn get(&self, id: ParameterId) -> R {
                match id { $($( ParameterId::$variant => self.$field ),+),+ }
            }

            /// Replaces the value of one parameter.
            pub fn set(&mut self, id: ParameterId, value: R) {
                match id { $($( ParameterId::$variant => self.$field = value ),+),+ }
            }
        }
    };
}

parameters! {
    Land {
        /// Yearly chance that a hectare of other (unprotected) industrial land is released, at base-year land values.
        hazard_other HazardOther "h_U0" ["1/yr", 0.0, 0.3],
        /// Release hazard of protected land as a multiple of that of other land.
        protected_ratio ProtectedRatio "theta_P" ["ratio", 0.0, 1.0],
        /// Implementation fidelity: how much of an announced change in release pace becomes real.
        fidelity Fidelity "fid_Z" ["share", 0.0, 1.0],
        /// Elasticity of the release hazard to the gap between housing and industrial land value.
        gap_elasticity GapElasticity "eta_gap" ["elasticity", 0.0, 2.0],
        /// Residential over industrial land value in the base year.
        land_value_ratio LandValueRatio "VR_VI" ["ratio", 1.05, 100.0],
        /// Share of the consented pipeline that leaves industrial use each year.
        pipeline_rate PipelineRate "r_pipe" ["1/yr", 0.0, 1.0],
        /// Plot ratio (floorspace over site area) of the sites that are released.
        site_plot_ratio SitePlotRatio "PR_site" ["ratio", 0.05, 3.0],
        /// Share of the release hazard that public ownership of a site removes.
        public_hold PublicHold "public_hold" ["share", 0.0, 1.0],
    }
    Floorspace {
        /// Net obsolescence: share of the stock lost each year without a change of land use.
        obsolescence Obsolescence "delta" ["1/yr", 0.0, 0.3],
        /// Gross completions at rent equal to replacement cost, as a share of the stock.
        completions Completions "c0" ["1/yr", 0.0, 0.2],
        /// Elasticity of new building to rent over replacement cost.
        supply_elasticity SupplyElasticity "eps_S" ["elasticity", 0.0, 3.0],
        /// Replacement cost as a rent index, single storey.
        replacement_cost ReplacementCost "RC" ["index", 0.1, 10.0],
        /// Share of the protected stock that is intensified each year at full lever where it pays.
        intensification_rate IntensificationRate "mu_int" ["1/yr", 0.0, 0.1],
        /// Replacement cost of multi-storey industrial space as a rent index.
        multi_storey_cost MultiStoreyCost "RC_multi" ["index", 0.1, 10.0],
        /// Spread of the viability of single sites around the rent at which half of them pay (logistic scale of ln rent).
        viability_spread ViabilitySpread "viability_spread" ["log", 0.01, 2.0],
        /// Plot ratio of conventional building: intensification starts above it.
        plot_conventional PlotConventional "PR_conv" ["ratio", 0.1, 2.0],
        /// Plot ratio above which building becomes multi-storey and dearer.
        plot_multi PlotMulti "PR_multi" ["ratio", 0.1, 5.0],
        /// Exponent of the multi-storey cost in the plot ratio.
        multi_storey_exponent MultiStoreyExponent "RC_multi_exp" ["elasticity", 0.0, 3.0],
        /// Plot ratio of building on new industrial land.
        new_land_plot_ratio NewLandPlotRatio "PR_new_land" ["ratio", 0.05, 5.0],
        /// Loss of new building at the strongest rent stabilisation.
        stabilisation_deterrence StabilisationDeterrence "stab_supply" ["share", 0.0, 1.0],
    }
    SpaceMarket {
        /// Response of real rent to vacancy below its natural level.
        rent_response RentResponse "lambda" ["1/yr", 0.0, 5.0],
        /// Natural vacancy, at which real rent does not move.
        natural_vacancy NaturalVacancy "v_star" ["share", 0.005, 0.5],
        /// Error correction of rent to its long-run level.
        rent_correction RentCorrection "gamma_R" ["1/yr", 0.0, 1.0],
        /// Speed at which the long-run rent follows the market.
        long_run_rent_speed LongRunRentSpeed "kappa_LR" ["1/yr", 0.0, 1.0],
        /// Frictional floor of vacancy.
        minimum_vacancy MinimumVacancy "v_min" ["share", 0.001, 0.2],
        /// Response of log real rent to an inflation surprise, both per year.
        inflation_response InflationResponse "infl_R" ["ratio", -3.0, 3.0],
        /// Largest change of log rent in one year, either way.
        rent_clamp RentClamp "rent_clamp" ["log", 0.0, 0.5],
        /// Weight of manufacturing when space is rationed, relative to other users.
        outbidding Outbidding "w_out" ["ratio", 0.1, 10.0],
        /// Elasticity of floorspace per job to rent.
        density_elasticity DensityElasticity "eps_a" ["elasticity", -2.0, 1.0],
        /// Yearly adjustment of floorspace per job.
        density_speed DensitySpeed "adj_a" ["1/yr", 0.0, 1.0],
        /// Trend of floorspace per job.
        density_trend DensityTrend "da" ["1/yr", -0.1, 0.1],
        /// Trend of other industrial users' space.
        other_users_trend OtherUsersTrend "g_N" ["1/yr", -0.1, 0.1],
        /// Elasticity of other users' space to rent.
        other_users_elasticity OtherUsersElasticity "eps_N" ["elasticity", -3.0, 1.0],
        /// Yearly adjustment of other users' space.
        other_users_speed OtherUsersSpeed "kappa_N" ["1/yr", 0.0, 1.0],
        /// Share of the gap to market rent that sitting tenants make up each year.
        pass_through PassThrough "u_pass" ["1/yr", 0.0, 1.0],
        /// The part of it from new lettings, which stabilisation does not reach.
        pass_through_new PassThroughNew "u_new" ["1/yr", 0.0, 1.0],
        /// Recurrent property tax over base rent.
        tax_ratio TaxRatio "tau_R" ["ratio", 0.0, 3.0],
        /// Share of a property tax change that ends up in rents.
        capitalisation Capitalisation "kappa_cap" ["share", 0.0, 2.0],
        /// Mean lag of that capitalisation.
        capitalisation_lag CapitalisationLag "lag_cap" ["yr", 1.0, 50.0],
        /// Rent of public space as a share of the passing rent.
        public_rent PublicRent "public_rent" ["share", 0.0, 2.0],
    }
    Employment {
        /// Elasticity of desired manufacturing jobs to real occupancy cost.
        cost_elasticity CostElasticity "eps_R" ["elasticity", -3.0, 1.0],
        /// Weight of the structural variants in which rents move manufacturing at all.
        rent_channel RentChannel "rent_channel" ["share", 0.0, 1.0],
        /// Yearly adjustment of jobs to their desired answer.
        jobs_speed JobsSpeed "phi_E" ["1/yr", 0.0, 1.0],
        /// Share of the jobs on a released site lost to the city, at natural vacancy.
        leave LeaveShare "phi_leave" ["share", 0.0, 1.0],
        /// Exponent with which tightness raises that share.
        leave_exponent LeaveExponent "leave_exp" ["elasticity", 0.0, 3.0],
        /// Share of re-provided space that manufacturing can use and afford.
        reprovision_usable ReprovisionUsable "q_co" ["share", 0.0, 1.0],
        /// Public cost per net additional job from capital grants.
        grant_cost GrantCost "cpj_grant" ["currency/job", 1000.0, 100_000_000.0],
        /// Life of a grant-created job.
        grant_life GrantLife "dur_job" ["yr", 1.0, 60.0],
        /// Effect of skills places at full strength.
        skills_effect SkillsEffect "beta_sk" ["log", -0.2, 0.2],
        /// Places a year per base-year job that count as full strength.
        skills_full SkillsFull "full_sk" ["places/job", 0.0001, 1.0],
        /// Effect of innovation support at full strength.
        innovation_effect InnovationEffect "beta_cl" ["log", -0.2, 0.2],
        /// Support a year over base-year manufacturing value added that counts as full strength.
        innovation_full InnovationFull "full_cl" ["share", 1e-05, 1.0],
        /// Ceiling of all programme effects together.
        programme_ceiling ProgrammeCeiling "Lambda_max" ["log", 0.001, 0.5],
        /// Jobs in repair and reuse per thousand tonnes.
        jobs_reuse JobsReuse "j_repair" ["jobs/kt", 0.0, 1000.0],
        /// Jobs in remanufacturing per thousand tonnes.
        jobs_remanufacture JobsRemanufacture "j_reman" ["jobs/kt", 0.0, 1000.0],
        /// Jobs in sorting and recycling per thousand tonnes.
        jobs_recycling JobsRecycling "j_rec" ["jobs/kt", 0.0, 1000.0],
        /// Jobs lost in disposal per thousand tonnes recovered.
        jobs_disposal JobsDisposal "j_land" ["jobs/kt", 0.0, 2.0],
        /// Share of recovered material that is reused or repaired.
        mix_reuse MixReuse "mix_reuse" ["share", 0.0, 0.5],
        /// Share of recovered material that is remanufactured.
        mix_remanufacture MixRemanufacture "mix_reman" ["share", 0.0, 0.5],
        /// Net over gross circular jobs.
        circular_net CircularNet "ng_circ" ["share", 0.0, 1.0],
        /// Share of circular jobs inside manufacturing.
        circular_inside CircularInside "xi_C" ["share", 0.0, 1.0],
        /// Floorspace per job in maker-spaces.
        maker_space_per_job MakerSpacePerJob "a_mk" ["m²/job", 5.0, 500.0],
        /// Net over hosted jobs in maker-spaces.
        maker_net MakerNet "net_mk" ["share", 0.0, 1.0],
        /// Direct effect of protecting all industrial land on jobs, beyond space and rents.
        zoning_direct ZoningDirect "beta_IBZ" ["log", -0.2, 0.2],
    }
    Drift {
        /// Long-run growth of manufacturing jobs before anything is known about the city or its nation.
        drift_mean DriftMean "drift_mean" ["1/yr", -0.1, 0.1],
        /// Long-run growth of manufacturing jobs in a European city over that in its nation.
        nation_gap NationGap "nation_gap" ["1/yr", -0.1, 0.1],
        /// Standard deviation of the yearly news about the slow part of growth in a nation.
        nation_drift_news NationDriftNews "nation_drift_news" ["1/yr", 0.0, 0.1],
        /// Standard deviation of the yearly news about the cyclical part of growth in a nation.
        nation_news NationNews "nation_news" ["1/yr", 0.0, 0.5],
        /// Yearly persistence of the slow part of the drift.
        drift_persistence DriftPersistence "drift_persistence" ["share", 0.0, 0.999],
        /// Standard deviation of the yearly news about the slow part.
        drift_news DriftNews "drift_news" ["1/yr", 0.0, 0.1],
        /// Yearly persistence of the cyclical part of growth.
        cycle_persistence CyclePersistence "cycle_persistence" ["share", 0.0, 0.999],
        /// Standard deviation of the yearly news about the cyclical part.
        cycle_news CycleNews "cycle_news" ["1/yr", 0.0, 0.5],
        /// Standard deviation of the measurement error of a jobs figure at its smallest; a series shows whether its own is larger.
        jobs_measurement JobsMeasurement "jobs_measurement" ["log", 1e-06, 0.5],
    }
    Shocks {
        /// Standard deviation of the yearly shock to log real rent.
        rent_shock RentShock "sig_R" ["log", 0.0, 0.5],
        /// Share of the variance of yearly shocks that all cities have in common.
        common_shocks CommonShocks "rho" ["share", 0.0, 1.0],
        /// Standard deviation of the error of the floorspace counted in the base year.
        floorspace_error FloorspaceError "sig_S" ["log", 0.0, 0.3],
    }
    Accounts {
        /// Non-tradable jobs per net additional manufacturing job.
        spill_local SpillLocal "m_NT" ["jobs/job", -2.0, 5.0],
        /// Other tradable jobs per net additional manufacturing job.
        spill_chain SpillChain "m_T" ["jobs/job", -2.0, 5.0],
        /// Manufacturing value added per job in the base year.
        gva_per_job GvaPerJob "gva_per_job" ["currency/yr", 1000.0, 10_000_000.0],
        /// Growth of real value added per job.
        productivity_growth ProductivityGrowth "g_p" ["1/yr", -0.1, 0.1],
        /// Elasticity of value added per job to the size of manufacturing in the city.
        agglomeration Agglomeration "agg" ["elasticity", -0.5, 1.0],
        /// Homes per net hectare of released land.
        homes_per_ha HomesPerHa "dph" ["homes/ha", 0.0, 2000.0],
        /// Share of released land that becomes housing.
        housing_share HousingShare "sh_house" ["share", 0.0, 1.0],
        /// Build cost of standard light-industrial space without land.
        build_cost BuildCost "capex" ["currency/m²", 0.0, 100_000.0],
        /// Share of other industrial users' space that a property tax change reaches too, because the law cannot aim it at manufacturers alone.
        tax_others TaxOthers "tax_others" ["share", 0.0, 1.0],
        /// Share of re-provision that the city pays for.
        reprovision_public ReprovisionPublic "reprov_public" ["share", 0.0, 1.0],
        /// Cost of bringing a square metre into public or trust ownership.
        public_space_cost PublicSpaceCost "mk_cost" ["currency/m²", 0.0, 100_000.0],
        /// Yearly running cost of public space.
        public_running_cost PublicRunningCost "public_running" ["currency/m²/yr", 0.0, 10_000.0],
        /// Life over which public capital is written off.
        public_life PublicLife "public_life" ["yr", 1.0, 200.0],
        /// Social discount rate.
        discount_rate DiscountRate "disc_rate" ["1/yr", 0.0, 0.2],
        /// Public cost per thousand tonnes of material recovered locally.
        circular_cost CircularCost "circ_cost" ["currency/kt", 0.0, 100_000_000.0],
        /// Public cost per skills or apprenticeship place.
        skills_cost SkillsCost "sk_cost" ["currency/place", 0.0, 1_000_000.0],
        /// Yearly subsidy per square metre of supported maker-space.
        maker_cost MakerCost "mk_subsidy" ["currency/m²/yr", 0.0, 100_000.0],
    }
    Lag {
        /// Mean delay from a change of the protected share to its effect.
        lag_protected_share LagProtectedShare "lag_protected_share" ["yr", 0.0, 30.0],
        /// Mean delay from a change of the release pace to its effect.
        lag_release_pace LagReleasePace "lag_release_pace" ["yr", 0.0, 30.0],
        /// Mean delay from a re-provision rule to re-provided space.
        lag_reprovision LagReprovision "lag_reprovision" ["yr", 0.0, 30.0],
        /// Mean delay from an intensification policy to schemes.
        lag_intensification LagIntensification "lag_intensification" ["yr", 0.0, 30.0],
        /// Mean delay from allocating new industrial land to its use.
        lag_new_land LagNewLand "lag_new_land" ["yr", 0.0, 30.0],
        /// Mean delay of the affordable workspace quota.
        lag_affordable_quota LagAffordableQuota "lag_affordable_quota" ["yr", 0.0, 30.0],
        /// Mean delay of the discount in affordable space.
        lag_affordable_discount LagAffordableDiscount "lag_affordable_discount" ["yr", 0.0, 30.0],
        /// Mean delay of buying space into public ownership.
        lag_public_ownership LagPublicOwnership "lag_public_ownership" ["yr", 0.0, 30.0],
        /// Mean delay of rent stabilisation.
        lag_stabilisation LagStabilisation "lag_stabilisation" ["yr", 0.0, 30.0],
        /// Mean delay of a property tax change.
        lag_property_tax LagPropertyTax "lag_property_tax" ["yr", 0.0, 30.0],
        /// Mean delay from grant money to jobs.
        lag_capital_grants LagCapitalGrants "lag_capital_grants" ["yr", 0.0, 30.0],
        /// Mean delay of the circular programme.
        lag_circular_programme LagCircularProgramme "lag_circular_programme" ["yr", 0.0, 30.0],
        /// Mean delay of maker-space support.
        lag_maker_spaces LagMakerSpaces "lag_maker_spaces" ["yr", 0.0, 30.0],
        /// Mean delay of skills places.
        lag_skills LagSkills "lag_skills" ["yr", 0.0, 30.0],
        /// Mean delay of innovation support.
        lag_innovation LagInnovation "lag_innovation" ["yr", 0.0, 30.0],
    }
}

impl std::str::FromStr for ParameterId {
    type Err = UnknownParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|p| p.id() == text).ok_or_else(|| UnknownParameter(text.to_owned()))
    }
}

impl std::fmt::Display for ParameterId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

/// A parameter id that the model does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown parameter {0:?}")]
pub struct UnknownParameter(pub String);

impl ParameterId {
    /// Whether it is an amount of the city's currency.
    #[must_use]
    pub fn is_money(self) -> bool {
        self.unit().starts_with("currency")
    }

    /// Its unit in a city with this currency, by code.
    #[must_use]
    pub fn unit_in(self, currency: &str) -> String {
        self.unit().replace("currency", currency)
    }
}
